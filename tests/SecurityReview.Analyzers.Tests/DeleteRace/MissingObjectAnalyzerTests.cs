using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Which look-ups, tests and stores the rule knows.</summary>
public class MissingObjectAnalyzerTests
{
    [Theory]
    [InlineData("var order = await db.Orders.FindAsync(id); db.Orders.[|Remove|](order!);")]
    [InlineData("var order = await db.Orders.FindAsync(new object[] { id }, ct).ConfigureAwait(false); db.[|Remove|](order!);")]
    [InlineData("var order = db.Orders.Find(id); db.Orders.[|Remove|](order!); await db.SaveChangesAsync(ct);")]
    [InlineData("var order = await db.FindAsync<Order>(id); db.[|Remove|](order!);")]
    [InlineData("Order? order = await db.Orders.FirstOrDefaultAsync(x => x.Id == id, ct); db.Orders.[|Remove|](order!);")]
    [InlineData("var order = db.Orders.Where(x => x.Id == id).SingleOrDefault(); db.Orders.[|Remove|](order!);")]
    [InlineData("Order order; order = db.Orders.AsEnumerable().LastOrDefault()!; db.Orders.[|Remove|](order);")]
    [InlineData("var order = await connection.QuerySingleOrDefaultAsync<Order>(\"SELECT * FROM Orders WHERE Id = @id\", new { id }); db.Orders.[|Remove|](order!);")]
    [InlineData("var order = db.Orders.FirstOrDefaultAsync(x => x.Id == id).Result; db.Entry(order!).[|State|] = EntityState.Deleted;")]
    [InlineData("var customer = await db.Customers.FindAsync(guid); var order = customer!.Orders.FirstOrDefault(x => x.Id == id); db.Orders.[|Remove|](order!);")]
    [Clause(RuleIds.MissingObjectDeleted, "find", Verdict.Reports)]
    public Task UntestedLookup_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var order = await db.Orders.FirstAsync(x => x.Id == id); db.Orders.Remove(order);")]
    [InlineData("var order = db.Orders.Single(x => x.Id == id); db.Orders.Remove(order);")]
    [InlineData("var order = new Order { Id = id }; db.Orders.Remove(order);")]
    [InlineData("foreach (var order in db.Orders.Where(x => x.Total == id)) db.Orders.Remove(order);")]
    [InlineData("var order = db.Orders.AsEnumerable().FirstOrDefault(new Order()); db.Orders.Remove(order);")]
    [InlineData("var order = await db.Orders.FindAsync(id); order = new Order { Id = id }; db.Orders.Remove(order);")]
    [InlineData("db.Orders.RemoveRange(db.Orders.Where(x => x.Id == id)); var order = await db.Orders.FindAsync(id);")]
    [Clause(RuleIds.MissingObjectDeleted, "find", Verdict.IsSilent)]
    public Task ObjectThatIsThere_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("db.Orders.[|Remove|](db.Orders.Find(id)!);")]
    [InlineData("db.Orders.[|Remove|]((await db.Orders.FirstOrDefaultAsync(x => x.Id == id, ct))!);")]
    [InlineData("db.[|Remove|](entity: db.Orders.SingleOrDefault(x => x.Id == id)!);")]
    [Clause(RuleIds.MissingObjectDeleted, "direct", Verdict.Reports)]
    public Task LookupAsArgument_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("db.Orders.Remove(db.Orders.Find(id) ?? throw new KeyNotFoundException());")]
    [InlineData("db.Orders.Remove(db.Orders.First(x => x.Id == id));")]
    [InlineData("if (await db.Orders.FindAsync(id) is { } order) db.Orders.Remove(order);")]
    [Clause(RuleIds.MissingObjectDeleted, "direct", Verdict.IsSilent)]
    public Task TestedArgument_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (order == null) logger.LogInformation(\"none\"); db.Orders.[|Remove|](order!);")]
    [InlineData("if (order is null && id > 3) return; db.Orders.[|Remove|](order!);")]
    [InlineData("if (order?.Total == 3) return; db.Orders.[|Remove|](order!);")]
    [InlineData("if (order?.Customer != null) return; db.Orders.[|Remove|](order!);")]
    [InlineData("if (order?.Customer.Orders.Any() ?? false) return; db.Orders.[|Remove|](order!);")]
    [InlineData("if (name == null) return; db.Orders.[|Remove|](order!);")]
    [InlineData("try { db.Orders.[|Remove|](order!); await db.SaveChangesAsync(ct); } catch (DbUpdateException) { return; }")]
    [InlineData("if (order is null) order = await db.Orders.FirstOrDefaultAsync(ct); db.Orders.[|Remove|](order!);")]
    [InlineData("if (order is not Order { Total: 3 } || id > 2) db.Orders.[|Remove|](order!);")]
    [InlineData("logger.LogInformation(\"{Order}\", order); db.Orders.[|Remove|](order!);")]
    [Clause(RuleIds.MissingObjectDeleted, "unchecked", Verdict.Reports)]
    public Task TestThatDoesNotCover_Reports(string body) => ReportsAsync("var order = await db.Orders.FindAsync(id); " + body);

    [Theory]
    [InlineData("if (order == null) return; db.Orders.Remove(order);")]
    [InlineData("if (null == order) throw new KeyNotFoundException(); db.Orders.Remove(order);")]
    [InlineData("if (order is null) { return; } db.Orders.Remove(order);")]
    [InlineData("if (order is not { }) return; db.Orders.Remove(order);")]
    [InlineData("if (order is not Order) return; db.Orders.Remove(order);")]
    [InlineData("if (order != null) db.Orders.Remove(order);")]
    [InlineData("if (order is not null && order.Total > 3) { db.Orders.Remove(order); }")]
    [InlineData("if (order is { Total: > 3 }) db.Orders.Remove(order);")]
    [InlineData("if (order is Order found) db.Orders.Remove(order);")]
    [InlineData("if (order?.CustomerId != guid) return; db.Orders.Remove(order);")]
    [InlineData("if (order?.Total > 3) db.Orders.Remove(order);")]
    [InlineData("if (order?.Total is not { } total || total > 3) return; db.Orders.Remove(order);")]
    [InlineData("if (order?.Customer == null) return; db.Orders.Remove(order);")]
    [InlineData("if (!(order?.Customer.Orders.Any() ?? false)) return; db.Orders.Remove(order);")]
    [InlineData("if (order?.Customer.Orders.Any() != true) return; db.Orders.Remove(order);")]
    [InlineData("var missing = order is null; if (missing) return; db.Orders.Remove(order!);")]
    [InlineData("if (order == null || order.Total > 3) return; db.Orders.Remove(order);")]
    [InlineData("_ = order ?? throw new KeyNotFoundException(); db.Orders.Remove(order);")]
    [InlineData("order = order ?? throw new KeyNotFoundException(); db.Orders.Remove(order);")]
    [InlineData("order ??= new Order(); db.Orders.Remove(order);")]
    [InlineData("ArgumentNullException.ThrowIfNull(order); db.Orders.Remove(order);")]
    [InlineData("Check(order); db.Orders.Remove(order!); static void Check(Order? order) { if (order is null) throw new KeyNotFoundException(); }")]
    [InlineData("switch (order) { case null: return; default: db.Orders.Remove(order); break; }")]
    [InlineData("if (ReferenceEquals(order, null)) return; db.Orders.Remove(order);")]
    [InlineData("while (order != null) { db.Orders.Remove(order); order = await db.Orders.FirstOrDefaultAsync(ct); }")]
    [Clause(RuleIds.MissingObjectDeleted, "unchecked", Verdict.IsSilent)]
    public Task TestedLookup_IsSilent(string body) => IsSilentAsync("var order = await db.Orders.FindAsync(id); " + body);

    [Theory]
    [InlineData("var order = orders.FirstOrDefault(x => x.Id == id); orders.Remove(order!);")]
    [InlineData("var order = orders.Find(x => x.Id == id); orders.Remove(order!);")]
    [InlineData("var customer = await db.Customers.FirstAsync(); var order = customer.Orders.FirstOrDefault(x => x.Id == id); customer.Orders.Remove(order!);")]
    [InlineData("var order = orders.FirstOrDefault(); new HashSet<Order>().Remove(order!);")]
    [InlineData("var order = orders.FirstOrDefault(); new ConcurrentDictionary<Order, int>().TryRemove(order!, out _);")]
    [Clause(RuleIds.MissingObjectDeleted, "store", Verdict.IsSilent)]
    public Task CollectionInMemory_IsSilent(string body) => IsSilentAsync("var orders = new List<Order>(); " + body);

    [Theory]
    [InlineData("var order = await repository.GetAsync(id); repository.[|Delete|](order!);")]
    [InlineData("var user = await users.FindByIdAsync(id.ToString()); await users.[|DeleteAsync|](user!);")]
    [Clause(RuleIds.MissingObjectDeleted, "store", Verdict.Reports)]
    public Task OtherStore_Reports(string body) => Verify<MissingObjectAnalyzer>.ReportsAsync(WithRepository(body));

    [Theory]
    [InlineData("var order = await repository.GetAsync(id); db.Orders.[|Remove|](order!);")]
    [Clause(RuleIds.MissingObjectDeleted, "annotated", Verdict.Reports)]
    public Task OwnLookup_Reports(string body) => Verify<MissingObjectAnalyzer>.ReportsAsync(WithRepository(body));

    [Theory]
    [InlineData("var order = await repository.LoadAsync(id); repository.Delete(order);")]
    [InlineData("var order = await repository.GetAsync(id); if (order is not null) repository.Delete(order);")]
    [InlineData("var user = await users.FindByIdAsync(id.ToString()); if (user is null) return; await users.DeleteAsync(user);")]
    [InlineData("var order = await repository.GetAsync(id); repository.DeleteIfAny(order);")]
    [Clause(RuleIds.MissingObjectDeleted, "annotated", Verdict.IsSilent)]
    public Task OwnLookupThatIsTested_IsSilent(string body) => Verify<MissingObjectAnalyzer>.IsSilentAsync(WithRepository(body));

    [Fact]
    [Clause(RuleIds.MissingObjectDeleted, "store", Verdict.IsSilent)]
    public Task StoreThatTestsItself_IsSilent() =>
        Verify<MissingObjectAnalyzer>.IsSilentAsync(WithRepository("var order = await repository.GetAsync(id); repository.Delete(order!);")
            + " public class Orders : IOrderRepository { public Task<Order?> GetAsync(int id) => null!; public Task<Order> LoadAsync(int id) => null!; public void DeleteIfAny(Order? order) { } public void Delete(Order order) { if (order is null) return; } }");

    [Fact]
    [Clause(RuleIds.MissingObjectDeleted, "find", Verdict.Reports)]
    public Task CodeWithoutAnnotations_Reports() =>
        Verify<MissingObjectAnalyzer>.ReportsAsync("#nullable disable\n" + DeleteCode.In("var order = db.Orders.FirstOrDefault(x => x.Id == id); db.Orders.[|Remove|](order);"));

    [Fact]
    [Clause(RuleIds.MissingObjectDeleted, "find", Verdict.Reports)]
    public Task LambdasLocalFunctionsAndExpressionBodies_Report() =>
        Verify<MissingObjectAnalyzer>.ReportsAsync(DeleteCode.Member(
            """
            public void Delete(int id) => db.Orders.[|Remove|](db.Orders.Find(id)!);
            public Func<int, Task> Later() => async id =>
            {
                var order = await db.Orders.FindAsync(id);
                db.Orders.[|Remove|](order!);
            };
            public void Inside(int id)
            {
                Delete();
                void Delete()
                {
                    var order = db.Orders.Find(id);
                    db.Orders.[|Remove|](order!);
                }
            }
            """));

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify<MissingObjectAnalyzer>.ReportsAsync(
            DeleteCode.Usings + "var shop = new Shop(); var order = shop.Orders.Find(1); shop.Orders.[|Remove|](order!); shop.SaveChanges();" + DeleteCode.Model, Setting.Program);

    [Fact]
    public Task Message_NamesLookupAndEntity() =>
        Verify<MissingObjectAnalyzer>.ReportsAsync(
            DeleteCode.In("var order = await db.Orders.FindAsync(id); db.Orders.{|#0:Remove|}(order!);"),
            new DiagnosticResult(Descriptors.MissingObjectDeleted).WithLocation(0)
                .WithMessage("'FindAsync' may find no 'Order', and the result is deleted without a test; handle the missing object first")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("class C { void M(DbContext db) { var x = db.Find<C>(1; db.Remove(x } }")]
    [InlineData("class C { void M(DbContext db) { db.Remove(); db.Remove(db.Set<C>().FirstOrDefault(x => )) } }")]
    [InlineData("class C { void M(DbContext db) { C x = ; db.Entry(x).State = EntityState.Deleted; .Remove(x); } }")]
    public Task HalfTypedCode_IsSilent(string code) => Verify<MissingObjectAnalyzer>.RunsAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    private static string WithRepository(string body) => $$"""
        {{DeleteCode.Usings}}
        public interface IOrderRepository { Task<Order?> GetAsync(int id); Task<Order> LoadAsync(int id); void Delete(Order order); void DeleteIfAny(Order? order); }
        public class Service(Shop db, IOrderRepository repository, Microsoft.AspNetCore.Identity.UserManager<Microsoft.AspNetCore.Identity.IdentityUser> users)
        {
            public async Task RunAsync(int id)
            {
                await Task.Yield();
                {{body}}
            }

            public object Use() => (db, repository, users);
        }
        {{DeleteCode.Model}}
        """;

    private static Task ReportsAsync(string body) => Verify<MissingObjectAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<MissingObjectAnalyzer>.IsSilentAsync(DeleteCode.In(body));
}
