namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>What the modules of the application share: usings, base types, paging, the clock, the start of the program.</summary>
internal static class CommonPart
{
    public const string Library = """
        namespace Generated.Common;

        public enum RecordStatus
        {
            Open,
            Closed,
            Cancelled,
        }

        public abstract class RecordBase
        {
            public int Id { get; set; }
            public string Name { get; set; } = "";
            public RecordStatus Status { get; set; }
            public DateTime CreatedAt { get; set; }
        }

        public interface IClock
        {
            DateTime Now { get; }
        }

        public sealed class SystemClock : IClock
        {
            public DateTime Now => DateTime.UtcNow;
        }

        public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number);

        public sealed class NotFoundException(string what, int id) : Exception($"No {what} with number {id}.");

        public sealed class RuleViolationException(IReadOnlyList<string> problems) : Exception("A rule of the business is violated.")
        {
            public IReadOnlyList<string> Problems { get; } = problems;
        }

        public static class Paging
        {
            public static async Task<Page<T>> ToPageAsync<T>(this IQueryable<T> query, int number, int size, CancellationToken cancellation)
            {
                var total = await query.CountAsync(cancellation);
                var items = await query.Skip(number * size).Take(Math.Clamp(size, 1, 100)).ToListAsync(cancellation);
                return new Page<T>(items, total, number);
            }
        }
        """;

    public static string Usings(IEnumerable<string> namespaces) => string.Join('\n', s_usings.Concat(namespaces).Select(name => $"global using {name};")) + "\n";

    private static readonly string[] s_usings =
    [
        "System", "System.Collections.Generic", "System.Data", "System.Globalization", "System.Linq", "System.Text", "System.Threading", "System.Threading.Tasks", "Dapper", "Generated.Common",
        "Microsoft.AspNetCore.Authorization", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Routing", "Microsoft.EntityFrameworkCore",
        "Microsoft.Extensions.Caching.Memory", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    public static string Program(IEnumerable<Entity> entities) => new SourceText()
        .Add("var builder = WebApplication.CreateBuilder(args);\nbuilder.Services.AddControllers();\nbuilder.Services.AddMemoryCache();\nbuilder.Services.AddSingleton<IClock, SystemClock>();")
        .Add(entities.Select(entity => $"builder.Services.Add{entity.Name}();"))
        .Add("var app = builder.Build();\napp.UseExceptionHandler(\"/error\");\napp.UseAuthentication();\napp.UseAuthorization();\napp.MapControllers();")
        .Add(entities.Where(EndpointPart.IsFor).Select(entity => $"app.Map{entity.Name}();"))
        .Add("app.Run();")
        .ToString();
}
