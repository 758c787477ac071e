namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Extension methods, called on their argument.</summary>
internal sealed record ExtensionMethods : LinkStyle
{
    public override string Call(Link link, string argument) =>
        link.Takes is null ? $"{link.Type}.Run{link.Type}()" : $"{Lines.Operand(argument)}.Run{link.Type}()";

    protected override string Template(Link link) => $$"""
        internal static class {{link.Type}}
        {
            public static {{link.Returns}} Run{{link.Type}}({{(link.Takes is null ? "" : "this ")}}{{link.Parameters}})
            {
                {body}
            }
        }
        """;
}
