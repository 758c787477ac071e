namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Objects that keep the argument of their constructor in a field until they run.</summary>
internal sealed record CommandObjects : LinkStyle
{
    public override string Call(Link link, string argument) => $"new {link.Type}({argument}).Run()";

    protected override string Template(Link link) => link.Takes is null
        ? $$"""
            internal sealed class {{link.Type}}
            {
                public {{link.Returns}} Run()
                {
                    {body}
                }
            }
            """
        : $$"""
            internal sealed class {{link.Type}}
            {
                private readonly {{link.Takes}} _{{link.Parameter}};

                public {{link.Type}}({{link.Parameters}})
                {
                    _{{link.Parameter}} = {{link.Parameter}};
                }

                public {{link.Returns}} Run()
                {
                    var {{link.Parameter}} = _{{link.Parameter}};
                    {body}
                }
            }
            """;
}
