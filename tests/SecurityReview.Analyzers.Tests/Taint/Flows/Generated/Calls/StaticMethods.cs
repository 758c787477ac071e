namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Static methods of static classes.</summary>
internal sealed record StaticMethods : LinkStyle
{
    public override string Call(Link link, string argument) => $"{link.Type}.Run({argument})";

    protected override string Template(Link link) => $$"""
        internal static class {{link.Type}}
        {
            public static {{link.Returns}} Run({{link.Parameters}})
            {
                {body}
            }
        }
        """;
}
