namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Calls;

/// <summary>Methods of services that come from the container: only the interface is known, and it has one implementation.</summary>
internal sealed record InjectedServices : LinkStyle
{
    public override string[] Usings => ["Microsoft.Extensions.DependencyInjection"];

    public override string Call(Link link, string argument) => $"{link.Type}Access.Services.GetRequiredService<I{link.Type}>().Run({argument})";

    protected override string Template(Link link) => $$"""
        internal interface I{{link.Type}}
        {
            {{link.Returns}} Run({{link.Parameters}});
        }

        internal static class {{link.Type}}Access
        {
            public static IServiceProvider Services { get; } = new ServiceCollection().AddSingleton<I{{link.Type}}, {{link.Type}}>().BuildServiceProvider();
        }

        internal sealed class {{link.Type}} : I{{link.Type}}
        {
            public {{link.Returns}} Run({{link.Parameters}})
            {
                {body}
            }
        }
        """;
}
