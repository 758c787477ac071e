namespace SecurityReview.Benchmarks.Generation.Parts;

/// <summary>The entity, its database context and its repository: LINQ over Entity Framework.</summary>
internal static class DataPart
{
    public static string Entity(Entity entity, Dice dice) => new SourceText()
        .Add($"namespace {entity.Namespace};\n\n/// <summary>One {entity.Variable} as it is stored.</summary>\npublic sealed class {entity.Name} : RecordBase\n{{")
        .Add(entity.Properties.Select(property => $"public {property.Type} {property.Name} {{ get; set; }}{(property.Type == "string" ? " = \"\";" : "")}"))
        .Add("")
        .Add($"public decimal Total => {dice.Of("Price * Quantity", "Math.Round(Price, 2) * Math.Max(1, Quantity)", "IsActive ? Price * Quantity : 0m")};\n")
        .Add($"public override string ToString() => $\"{{Name}} ({{{dice.Of(entity.OfType("string").ToList())}}})\";")
        .Add("}")
        .ToString();

    public static string Context(Entity entity, Dice dice) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            public sealed class {{entity.Name}}Context(DbContextOptions<{{entity.Name}}Context> options) : DbContext(options)
            {
            public DbSet<{{entity.Name}}> {{entity.Table}} => Set<{{entity.Name}}>();

            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
            modelBuilder.Entity<{{entity.Name}}>(row =>
            {
            row.HasKey(item => item.Id);
            row.Property(item => item.Name).HasMaxLength({{dice.Between(40, 200)}}).IsRequired();
            """)
        .Add(dice.Some(entity.Properties, 60).Select(property => property.Type switch
        {
            "string" => $"row.Property(item => item.{property.Name}).HasMaxLength({dice.Between(10, 400)});",
            "decimal" => $"row.Property(item => item.{property.Name}).HasPrecision(18, {dice.Between(2, 4)});",
            _ => $"row.HasIndex(item => item.{property.Name});",
        }))
        .Add("});\n}\n}")
        .ToString();

    public static string Repository(Entity entity, Dice dice) => new SourceText()
        .Add($$"""
            namespace {{entity.Namespace}};

            public interface I{{entity.Name}}Repository
            {
            Task<{{entity.Name}}?> FindAsync(int id, CancellationToken cancellation);
            Task<Page<{{entity.Name}}>> SearchAsync({{entity.Name}}Filter filter, CancellationToken cancellation);
            Task<List<{{entity.Name}}>> AllAsync(CancellationToken cancellation);
            Task<decimal> SumAsync(DateTime from, DateTime to, CancellationToken cancellation);
            Task AddAsync({{entity.Name}} item, CancellationToken cancellation);
            Task<int> SaveAsync(CancellationToken cancellation);
            }

            internal sealed class {{entity.Name}}Repository({{entity.Name}}Context context) : I{{entity.Name}}Repository
            {
            public Task<{{entity.Name}}?> FindAsync(int id, CancellationToken cancellation) =>
            {{dice.Of("context." + entity.Table + ".FirstOrDefaultAsync(item => item.Id == id, cancellation)", "context." + entity.Table + ".Where(item => item.Id == id).SingleOrDefaultAsync(cancellation)")}};

            public Task<Page<{{entity.Name}}>> SearchAsync({{entity.Name}}Filter filter, CancellationToken cancellation)
            {
            var query = context.{{entity.Table}}.AsNoTracking();
            if (!string.IsNullOrWhiteSpace(filter.Term))
            query = query.Where(item => item.Name.Contains(filter.Term) || item.Code == filter.Term);
            if (filter.Status is { } status)
            query = query.Where(item => item.Status == status);
            """)
        .Add(dice.Some(entity.Properties, 35).Select(property => property.Type switch
        {
            "string" => $"if (filter.{property.Name} is not null)\nquery = query.Where(item => item.{property.Name} == filter.{property.Name});",
            _ => $"if (filter.{property.Name} is {{ }} wanted{property.Name})\nquery = query.Where(item => item.{property.Name} {(property.Type == "bool" ? "==" : ">=")} wanted{property.Name});",
        }))
        .Add("query = filter.Sort switch\n{")
        .Add(dice.Some(entity.Properties, 40).Select(property => $"\"{property.Name.ToLowerInvariant()}\" => query.{dice.Of("OrderBy", "OrderByDescending")}(item => item.{property.Name}),"))
        .Add($$"""
            _ => query.OrderBy(item => item.Name).ThenBy(item => item.Id),
            };
            return query.ToPageAsync(filter.Page, filter.Size, cancellation);
            }

            public Task<List<{{entity.Name}}>> AllAsync(CancellationToken cancellation) =>
            context.{{entity.Table}}.Where(item => item.Status != RecordStatus.Cancelled).Take({{dice.Between(100, 900)}}).ToListAsync(cancellation);

            public async Task<decimal> SumAsync(DateTime from, DateTime to, CancellationToken cancellation)
            {
            var rows = await context.{{entity.Table}}.Where(item => item.CreatedAt >= from && item.CreatedAt < to)
            .Select(item => new { item.Price, item.Quantity }).ToListAsync(cancellation);
            return rows.Sum(row => row.Price * row.Quantity);
            }

            public async Task AddAsync({{entity.Name}} item, CancellationToken cancellation) => await context.{{entity.Table}}.AddAsync(item, cancellation);

            public Task<int> SaveAsync(CancellationToken cancellation) => context.SaveChangesAsync(cancellation);
            }
            """)
        .ToString();
}
