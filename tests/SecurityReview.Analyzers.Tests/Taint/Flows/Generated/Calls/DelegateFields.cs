namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Lambdas in static fields.</summary>
internal sealed record DelegateFields : LinkStyle
{
    public override string Call(Link link, string argument) => $"{link.Type}.Run({argument})";

    protected override string Template(Link link) => $$"""
        internal static class {{link.Type}}
        {
            public static readonly {{Delegate(link)}} Run = ({{link.Parameters}}) =>
            {
                {body}
            };
        }
        """;

    private static string Delegate(Link link) => (link.ReturnsNothing, link.Takes) switch
    {
        (true, null) => "Action",
        (true, _) => $"Action<{link.Takes}>",
        (false, null) => $"Func<{link.Returns}>",
        (false, _) => $"Func<{link.Takes}, {link.Returns}>",
    };
}
