namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>Calculations and background work whose bodies are random: this is where the shapes of code vary most.</summary>
internal static class RulesPart
{
    private static readonly string[] s_methods = ["Worth", "Delay", "Fee", "Score", "Charge", "Reserve", "Bonus", "Surcharge", "Risk", "Effort"];

    public static string MethodOf(int number) => s_methods[number];

    public static string Rules(Entity entity, Dice dice)
    {
        var text = new SourceText().Add($"namespace {entity.Namespace};\n\n/// <summary>What a {entity.Variable} is worth, by the rules of the house.</summary>\npublic sealed class {entity.Name}Rules(ILogger<{entity.Name}Rules> logger)\n{{");
        for (var i = 0; i < dice.Between(4, s_methods.Length); i++)
        {
            text.Add($"public decimal {s_methods[i]}({entity.Name} item, IReadOnlyList<{entity.Name}> items, DateTime now)\n{{\nvar result = {dice.Between(0, 9)}m;");
            text.Add(new StatementWriter(dice, entity).Body(dice.Between(8, 60)));
            text.Add(i > 0 && dice.Percent(50) ? $"return result + {s_methods[dice.Between(0, i - 1)]}(item, items, now);\n}}\n" : "return result;\n}\n");
        }

        return text.Add("private static decimal Rate(int number, decimal amount) => number <= 0 ? amount : amount / number;\n}").ToString();
    }

    public static string Worker(Entity entity, Dice dice) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            /// <summary>Looks after every {{entity.Variable}} from time to time.</summary>
            internal sealed class {{entity.Name}}Worker(IServiceScopeFactory scopes, IClock clock, ILogger<{{entity.Name}}Worker> logger) : BackgroundService
            {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes({{dice.Between(1, 59)}}));
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
            try
            {
            await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
            logger.LogError(exception, "The {Worker} failed", nameof({{entity.Name}}Worker));
            }
            }
            }

            private async Task RunAsync(CancellationToken cancellation)
            {
            await using var scope = scopes.CreateAsyncScope();
            var repository = scope.ServiceProvider.GetRequiredService<I{{entity.Name}}Repository>();
            var items = await repository.AllAsync(cancellation);
            var now = clock.Now;
            foreach (var item in items)
            {
            var result = 0m;
            """)
        .Add(new StatementWriter(dice, entity).Body(dice.Between(5, 30)))
        .Add($$"""
            item.Price = Math.Max(0m, result);
            }
            var saved = await repository.SaveAsync(cancellation);
            logger.LogInformation("{Count} of {Total} were changed", saved, items.Count);
            }

            private static decimal Rate(int number, decimal amount) => amount * number / 100m;
            }
            """)
        .ToString();
}
