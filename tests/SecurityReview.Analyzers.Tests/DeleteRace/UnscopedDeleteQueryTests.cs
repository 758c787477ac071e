using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Deletes of queries that own methods of the program have a part in.</summary>
public class UnscopedDeleteQueryTests
{
    [Theory]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) => source.Where(x => x.Total > 3);")]
    [InlineData("public static IQueryable<T> Large<T>(this IQueryable<T> source) => source.Provider.CreateQuery<T>(source.Expression);")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) { if (DateTime.Now.Year > 3) return source.Where(x => x.Total > 3); return source; }")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) { if (DateTime.Now.Year > 3) source = source.Where(x => x.Total > 3); return source; }")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) { var all = source; all = all.Where(x => x.Total > 3); return all; }")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) => DateTime.Now.Year > 3 ? source : source.Take(3);")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) => source.AsNoTracking().Larger(); private static IQueryable<Order> Larger(this IQueryable<Order> source) => source.Where(x => x.Total > 4);")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) { return Outer(source.Take(3)); IQueryable<Order> Outer(IQueryable<Order> rows) => rows; }")]
    [InlineData("public static IQueryable<Order> Large(this IQueryable<Order> source) => source.Large();")]
    [InlineData("extension(IQueryable<Order> source) { public IQueryable<Order> Large() => source.Where(x => x.Total > 3); }")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.IsSilent)]
    public async Task OwnMethodThatMayRestrict_IsSilent(string extension)
    {
        await IsSilentAsync("db.Orders.Large().ExecuteDelete();", extension);
        await IsSilentAsync("await db.Set<Order>().AsNoTracking().Large().OrderBy(x => x.Id).ExecuteDeleteAsync(ct);", extension);
    }

    [Theory]
    [InlineData("public static IQueryable<T> Plain<T>(this IQueryable<T> source) => source;")]
    [InlineData("public static IQueryable<T> Plain<T>(this IQueryable<T> source) where T : class { ArgumentNullException.ThrowIfNull(source); return source.AsNoTracking().TagWith(\"plain\"); }")]
    [InlineData("public static IQueryable<Order> Plain(this IQueryable<Order> source) => source.Include(x => x.Customer).ThenInclude(x => x.Orders).OrderBy(x => x.Total).ThenByDescending(x => x.Id);")]
    [InlineData("public static IQueryable<Order> Plain(this IQueryable<Order> source) { var named = source.IgnoreQueryFilters(); return named; }")]
    [InlineData("public static IQueryable<Order> Plain(this IQueryable<Order> source) { if (DateTime.Now.Year > 3) return source.AsTracking(); return source; }")]
    [InlineData("public static IQueryable<Order> Plain(this IQueryable<Order> source) { return Inner(3, source); static IQueryable<Order> Inner(int ignored, IQueryable<Order> rows) => rows.AsSplitQuery(); }")]
    [InlineData("public static IQueryable<Order> Plain(this IQueryable<Order> source) => Inner(rows: source, ignored: 3); private static IQueryable<Order> Inner(int ignored, IQueryable<Order> rows) => rows.Order();")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.Reports)]
    public async Task OwnMethodThatKeepsAll_Reports(string extension)
    {
        await ReportsAsync("db.Orders.Plain().[|ExecuteDelete|]();", extension);
        await ReportsAsync("var all = db.Set<Order>().Plain(); await all.TagWith(\"all\").[|ExecuteDeleteAsync|](ct);", extension);
    }

    [Theory]
    [InlineData("Visible(db.Orders).ExecuteDelete();", "static IQueryable<Order> Visible(IQueryable<Order> orders) => orders.Where(x => x.Total > 3);")]
    [InlineData("Visible().ExecuteDelete();", "IQueryable<Order> Visible() => db.Orders.Where(x => x.Total > 3);")]
    [InlineData("repository.Query().ExecuteDelete();", "readonly IRepository repository = null!; interface IRepository { IQueryable<Order> Query(); }")]
    [InlineData("Visible.ExecuteDelete();", "IQueryable<Order> Visible => db.Orders.Where(x => x.Total > 3);")]
    [InlineData("Visible.ExecuteDelete();", "IQueryable<Order> Visible { get { return db.Orders.Where(x => x.Total > 3); } }")]
    [InlineData("Round.ExecuteDelete();", "IQueryable<Order> Round => Again(); IQueryable<Order> Again() => Round;")]
    [InlineData("Visible().ExecuteDelete(); IQueryable<Order> Visible() => db.Orders.Where(x => x.Id == id);", "")]
    [InlineData("IQueryable<Order> orders = db.Orders; if (id > 3) orders = orders.Where(x => x.Id == id); orders.ExecuteDelete();", "")]
    [InlineData("await Rows(db.Orders, id);", "static Task<int> Rows(IQueryable<Order> orders, int id) => orders.ExecuteDeleteAsync();")]
    [InlineData("(id > 3 ? db.Orders : db.Orders.Where(x => x.Id == id)).ExecuteDelete();", "")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.IsSilent)]
    public Task QueryFromElsewhere_IsSilent(string body, string member) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(Service(body, member));

    [Theory]
    [InlineData("Plain(db.Orders).[|ExecuteDelete|]();", "static IQueryable<Order> Plain(IQueryable<Order> orders) => orders;")]
    [InlineData("Plain().[|ExecuteDelete|]();", "IQueryable<Order> Plain() => db.Orders.AsNoTracking();")]
    [InlineData("Plain.[|ExecuteDelete|]();", "IQueryable<Order> Plain => db.Set<Order>();")]
    [InlineData("Plain.[|ExecuteDelete|]();", "IQueryable<Order> Plain { get; } = null!;")]
    [InlineData("repository.Query().[|ExecuteDelete|]();", "readonly Repository repository = null!; interface IRepository { IQueryable<Order> Query(); } sealed class Repository(Shop shop) : IRepository { public IQueryable<Order> Query() => shop.Orders; }")]
    [InlineData("repository.Query<Order>().[|ExecuteDelete|]();", "readonly IRepository repository = null!; interface IRepository { IQueryable<T> Query<T>() where T : class; } sealed class Repository(Shop shop) : IRepository { public IQueryable<T> Query<T>() where T : class => shop.Set<T>(); }")]
    [InlineData("Plain().[|ExecuteDelete|](); IQueryable<Order> Plain() => db.Orders;", "")]
    [InlineData("await Rows(db.Orders);", "static Task<int> Rows(DbSet<Order> orders) => orders.[|ExecuteDeleteAsync|]();")]
    [InlineData("db.Orders.OrderBy(x => x.Id).Include(x => x.Customer).[|ExecuteDelete|]();", "")]
    [InlineData("Action delete = () => db.Orders.AsNoTracking().[|ExecuteDelete|](); delete();", "")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.Reports)]
    public Task OwnSourceOfAllRows_Reports(string body, string member) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(Service(body, member));

    [Theory]
    [InlineData("db.Orders.[|RemoveRange|](await LoadAsync());", "Task<List<Order>> LoadAsync() => db.Orders.AsNoTracking().ToListAsync();")]
    [InlineData("db.[|RemoveRange|](await LoadAsync());", "async Task<IReadOnlyList<Order>> LoadAsync() => await db.Set<Order>().ToListAsync();")]
    [InlineData("var all = await db.Orders.OrderBy(x => x.Id).Include(x => x.Customer).ToArrayAsync(ct); db.[|RemoveRange|](all);", "")]
    [InlineData("var query = db.Orders.AsTracking(); var all = query.ToList(); db.Orders.[|RemoveRange|](all);", "")]
    [InlineData("db.Orders.[|RemoveRange|](Plain);", "IQueryable<Order> Plain => db.Orders;")]
    [InlineData("db.Orders.[|RemoveRange|](Plain.ToHashSet());", "IEnumerable<Order> Plain { get { return db.Orders; } }")]
    [InlineData("var all = db.Orders.ToList(); var others = new List<Order>(all); others.RemoveAll(x => x.Total > 3); db.Orders.[|RemoveRange|](all);", "")]
    [InlineData("db.Orders.[|RemoveRange|](entities: db.Orders.ToList());", "")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.Reports)]
    public Task RangeOfAllRows_Reports(string body, string member) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(Service(body, member));

    [Theory]
    [InlineData("db.Orders.RemoveRange(await LoadAsync());", "Task<List<Order>> LoadAsync() => db.Orders.Where(x => x.Total > 3).ToListAsync();")]
    [InlineData("db.Orders.RemoveRange(await repository.LoadAsync());", "readonly IRepository repository = null!; interface IRepository { Task<List<Order>> LoadAsync(); }")]
    [InlineData("db.Orders.RemoveRange(customer.Orders);", "readonly Customer customer = null!;")]
    [InlineData("var orders = db.Customers.First(x => x.Name.Length == id).Orders; db.Orders.RemoveRange(orders.ToList());", "")]
    [InlineData("db.Orders.RemoveRange(stale);", "readonly List<Order> stale = new();")]
    [InlineData("db.Orders.RemoveRange(Stale);", "List<Order> Stale { get; } = new();")]
    [InlineData("db.Orders.RemoveRange(Stale); db.Orders.RemoveRange(Kept.AsEnumerable());", "List<Order> stale = new(); List<Order> Stale => stale; Order[] Kept { get { return stale.ToArray(); } }")]
    [InlineData("await Remove(db.Orders.ToList());", "Task Remove(List<Order> orders) { db.Orders.RemoveRange(orders); return Task.CompletedTask; }")]
    [InlineData("var all = db.Orders.ToList(); all.RemoveAll(x => x.Total > 3); db.Orders.RemoveRange(all);", "")]
    [InlineData("var all = await db.Orders.ToListAsync(ct); if (all.Count > 3) all.RemoveAt(0); db.Orders.RemoveRange(all);", "")]
    [InlineData("db.Orders.RemoveRange(db.Orders.ToList().Skip(3));", "")]
    [InlineData("db.Orders.RemoveRange(db.Orders.OrderBy(x => x.Id).Take(3).ToList());", "")]
    [InlineData("db.Orders.RemoveRange(db.Customers.SelectMany(x => x.Orders));", "")]
    [InlineData("db.Orders.RemoveRange();", "")]
    [Clause(RuleIds.UnscopedDelete, "chain", Verdict.IsSilent)]
    public Task RangeOfSomeRows_IsSilent(string body, string member) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(Service(body, member));

    [Theory]
    [InlineData("db.Orders.Missing().ExecuteDelete();")]
    [InlineData("db.Orders.Twice(id).ExecuteDelete(); db.Orders.Where().ExecuteDelete(")]
    [InlineData("Visible(.ExecuteDelete(); IQueryable<Order> Visible() => ")]
    public Task HalfTypedQuery_IsSilent(string body) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(
        Service(body, "") + "static class One { public static IQueryable<Order> Twice(this IQueryable<Order> source, int id) => source; } static class Two { public static IQueryable<Order> Twice(this IQueryable<Order> source, int id) => source; }",
        Setting.Default with { Broken = true });

    private static Task IsSilentAsync(string body, string extension) => Verify<UnscopedDeleteAnalyzer>.IsSilentAsync(DeleteCode.In(body) + Extensions(extension));

    private static Task ReportsAsync(string body, string extension) => Verify<UnscopedDeleteAnalyzer>.ReportsAsync(DeleteCode.In(body) + Extensions(extension));

    private static string Extensions(string extension) => $"\npublic static class OrderQueries {{ {extension} }}";

    private static string Service(string body, string member) => DeleteCode.Member(
        $$"""
        public async Task RunAsync(int id, CancellationToken ct)
        {
            await Task.Delay(id, ct);
            {{body}}
        }

        {{member}}
        """);
}
