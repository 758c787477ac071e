namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Overrides, called through the abstract base class.</summary>
internal sealed record VirtualMethods : LinkStyle
{
    public override string Call(Link link, string argument) => $"{link.Type}Base.Create().Run({argument})";

    protected override string Template(Link link) => $$"""
        internal abstract class {{link.Type}}Base
        {
            public static {{link.Type}}Base Create() => new {{link.Type}}();

            public abstract {{link.Returns}} Run({{link.Parameters}});
        }

        internal sealed class {{link.Type}} : {{link.Type}}Base
        {
            public override {{link.Returns}} Run({{link.Parameters}})
            {
                {body}
            }
        }
        """;
}
