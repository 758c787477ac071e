namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>The business logic: a service that calls the repository and its neighbours, and calculations of every shape.</summary>
internal static class ServicePart
{
    public static string Service(Entity entity, Dice dice)
    {
        var neighbours = entity.Uses.Where(used => used != entity).ToList();
        var dependencies = string.Concat(neighbours.Select(used => $", I{used.Name}Service {used.Variable}Service"));
        return new SourceText()
            .Add($$"""
                namespace {{entity.Namespace}};

                public interface I{{entity.Name}}Service
                {
                Task<{{entity.Name}}Response> GetAsync(int id, CancellationToken cancellation);
                Task<Page<{{entity.Name}}Response>> SearchAsync({{entity.Name}}Filter filter, CancellationToken cancellation);
                Task<{{entity.Name}}Response> CreateAsync({{entity.Name}}Request request, CancellationToken cancellation);
                Task<{{entity.Name}}Response?> UpdateAsync(int id, {{entity.Name}}Request request, CancellationToken cancellation);
                Task<decimal> ForecastAsync(int days, CancellationToken cancellation);
                Task<string> DescribeAsync(int id, CancellationToken cancellation);
                }

                internal sealed class {{entity.Name}}Service(I{{entity.Name}}Repository repository, I{{entity.Name}}Validator validator, {{entity.Name}}Rules rules, IClock clock, ILogger<{{entity.Name}}Service> logger{{dependencies}}) : I{{entity.Name}}Service
                {
                public async Task<{{entity.Name}}Response> GetAsync(int id, CancellationToken cancellation)
                {
                var item = await repository.FindAsync(id, cancellation) ?? throw new NotFoundException(nameof({{entity.Name}}), id);
                logger.LogDebug("Read {Id} at {Now}", id, clock.Now);
                return item.ToResponse();
                }

                public async Task<Page<{{entity.Name}}Response>> SearchAsync({{entity.Name}}Filter filter, CancellationToken cancellation)
                {
                var page = await repository.SearchAsync(filter, cancellation);
                return new Page<{{entity.Name}}Response>(page.Items.ToResponses(), page.Total, page.Number);
                }

                public async Task<{{entity.Name}}Response> CreateAsync({{entity.Name}}Request request, CancellationToken cancellation)
                {
                var problems = validator.Problems(request);
                if (problems.Count > 0)
                throw new RuleViolationException(problems);
                var item = new {{entity.Name}} { CreatedAt = clock.Now, Status = RecordStatus.Open };
                request.Apply(item);
                """)
            .Add(neighbours.Select(used => $"item.Price += await {used.Variable}Service.ForecastAsync({dice.Between(1, 30)}, cancellation) / 100m;"))
            .Add($$"""
                await repository.AddAsync(item, cancellation);
                await repository.SaveAsync(cancellation);
                logger.LogInformation("Created {{entity.Variable}} {Id} named {Name}", item.Id, item.Name);
                return item.ToResponse();
                }

                public async Task<{{entity.Name}}Response?> UpdateAsync(int id, {{entity.Name}}Request request, CancellationToken cancellation)
                {
                var item = await repository.FindAsync(id, cancellation);
                if (item is null)
                return null;
                try
                {
                request.Apply(item);
                item.Status = item.{{dice.Of(entity.OfType("bool").ToList())}} ? RecordStatus.Open : RecordStatus.Closed;
                await repository.SaveAsync(cancellation);
                }
                catch (DbUpdateException exception)
                {
                logger.LogError(exception, "Could not update {{entity.Variable}} {Id}", id);
                throw;
                }
                return item.ToResponse();
                }

                public async Task<decimal> ForecastAsync(int days, CancellationToken cancellation)
                {
                var now = clock.Now;
                var past = await repository.SumAsync(now.AddDays(-days), now, cancellation);
                var items = await repository.AllAsync(cancellation);
                return past + items.Sum(item => rules.{{RulesPart.MethodOf(0)}}(item, items, now));
                }

                public async Task<string> DescribeAsync(int id, CancellationToken cancellation)
                {
                var item = await repository.FindAsync(id, cancellation);
                if (item is null)
                return "";
                var text = new StringBuilder(item.Name).Append(" (").Append(item.Code).Append(')');
                """)
            .Add(dice.Some(entity.Properties, 50).Select(property => $"text.AppendLine().Append(\"{property.Name}: \").Append(item.{property.Name});"))
            .Add(neighbours.Select(used => $"text.AppendLine(await {used.Variable}Service.DescribeAsync(item.Quantity, cancellation));"))
            .Add("return text.ToString();\n}\n}")
            .ToString();
    }

    public static string Registration(Entity entity, bool hasQueries) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            public static class {{entity.Name}}Registration
            {
            public static IServiceCollection Add{{entity.Name}}(this IServiceCollection services)
            {
            services.AddDbContext<{{entity.Name}}Context>();
            services.AddScoped<I{{entity.Name}}Repository, {{entity.Name}}Repository>();
            services.AddScoped<I{{entity.Name}}Service, {{entity.Name}}Service>();
            services.AddScoped<I{{entity.Name}}Validator, {{entity.Name}}Validator>();
            services.AddScoped<{{entity.Name}}Rules>();
            services.AddHostedService<{{entity.Name}}Worker>();
            """)
        .Add(hasQueries ? $"services.AddScoped<I{entity.Name}Queries, {entity.Name}Queries>();\nservices.AddScoped<I{entity.Name}Search, {entity.Name}Search>();" : "services.AddLogging();")
        .Add("return services;\n}\n}")
        .ToString();
}
