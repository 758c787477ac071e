using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class StubDeleteAnalyzerTests
{
    [Theory]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.[|Remove|](new Order { Id = id }); db.SaveChanges();")]
    [InlineData("var order = new Order { Id = id }; db.Orders.Attach(order); db.Orders.[|Remove|](order); await db.SaveChangesAsync(ct);")]
    [InlineData("var order = new Order(); order.Id = id; db.Attach(order); db.[|Remove|](order); await db.SaveChangesAsync(ct);")]
    [InlineData("Order order = new() { Id = id, Total = 3 }; db.Orders.[|Remove|](order); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Entry(new Order { Id = id }).[|State|] = EntityState.Deleted; await db.SaveChangesAsync(ct);")]
    [InlineData("var line = new OrderLine { OrderId = id, Number = 1 }; db.Entry(line).[|State|] = EntityState.Deleted; await db.SaveChangesAsync(ct);")]
    [InlineData("db.Countries.[|Remove|](new Country { Iso = name }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id });")]
    [Clause(RuleIds.StubDelete, "stub", Verdict.Reports)]
    public Task StubByKey_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var order = await db.Orders.FirstAsync(x => x.Id == id); db.Orders.Remove(order); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.Remove(new Order { Total = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Lines.Remove(new OrderLine { OrderId = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("var orders = new List<Order>(); orders.Remove(new Order { Id = id });")]
    [InlineData("if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) == 0) throw new KeyNotFoundException();")]
    [Clause(RuleIds.StubDelete, "stub", Verdict.IsSilent)]
    public Task NoStub_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("var order = new Order { Id = id }; db.Orders.Add(order); await db.SaveChangesAsync(ct); db.Orders.Remove(order); await db.SaveChangesAsync(ct);")]
    [InlineData("var order = new Order { Id = id }; db.Orders.Attach(order); order.Total = 3; await db.SaveChangesAsync(ct);")]
    [InlineData("var order = new Order { Id = id }; db.Entry(order).State = EntityState.Modified; await db.SaveChangesAsync(ct);")]
    [InlineData("var order = new Order { Id = id }; await Load(order); db.Orders.Remove(order); await db.SaveChangesAsync(ct); static Task Load(Order order) => Task.CompletedTask;")]
    [Clause(RuleIds.StubDelete, "removed", Verdict.IsSilent)]
    public Task ObjectThatIsAddedOrKept_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.StubDelete, "removed", Verdict.Reports)]
    public Task OtherObjectAdded_Reports() =>
        ReportsAsync("db.Orders.Add(new Order { Id = id + 1 }); var order = new Order { Id = id }; db.Orders.[|Remove|](order); await db.SaveChangesAsync(ct);");

    [Theory]
    [InlineData("db.Orders.Remove(new Order { Id = id, Version = 3 }); await db.SaveChangesAsync(ct);")]
    [InlineData("var order = new Order { Id = id }; order.Version = 3; db.Orders.Remove(order); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Remove(new Parcel { Id = id, Stamp = new byte[0] }); await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.StubDelete, "version", Verdict.IsSilent)]
    public Task StubWithItsVersion_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.StubDelete, "version", Verdict.Reports)]
    public Task StubWithoutTheVersionOfItsType_Reports() => ReportsAsync("db.[|Remove|](new Parcel { Id = id }); await db.SaveChangesAsync(ct);");

    [Theory]
    [InlineData("db.Orders.Remove(new Order { Id = id }); try { await db.SaveChangesAsync(ct); } catch (DbUpdateConcurrencyException) { return; }")]
    [InlineData("try { db.Orders.Remove(new Order { Id = id }); await db.SaveChangesAsync(ct); } catch (DbUpdateException e) { logger.LogError(e, \"gone\"); }")]
    [InlineData("try { db.Orders.Remove(new Order { Id = id }); await db.SaveChangesAsync(ct); } catch (Exception e) { throw new InvalidOperationException(\"gone\", e); }")]
    [Clause(RuleIds.StubDelete, "caught", Verdict.IsSilent)]
    public Task CaughtException_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("try { db.Orders.[|Remove|](new Order { Id = id }); await db.SaveChangesAsync(ct); } catch (InvalidOperationException) { return; }")]
    [InlineData("try { db.Orders.[|Remove|](new Order { Id = id }); await db.SaveChangesAsync(ct); } catch { throw; }")]
    [InlineData("try { db.Orders.[|Remove|](new Order { Id = id }); } catch (DbUpdateConcurrencyException) { return; } await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.StubDelete, "caught", Verdict.Reports)]
    public Task OtherCatch_Reports(string body) => ReportsAsync(body);

    [Fact]
    [Clause(RuleIds.StubDelete, "caught", Verdict.IsSilent)]
    public Task CaughtByAllCallers_IsSilent() =>
        Verify<StubDeleteAnalyzer>.IsSilentAsync(DeleteCode.Member(
            """
            private async Task DeleteAsync(int id)
            {
                db.Orders.Remove(new Order { Id = id });
                await db.SaveChangesAsync();
            }

            public async Task<bool> TryDeleteAsync(int id)
            {
                try
                {
                    await DeleteAsync(id);
                    return true;
                }
                catch (DbUpdateConcurrencyException)
                {
                    return false;
                }
            }
            """));

    [Fact]
    [Clause(RuleIds.StubDelete, "stub", Verdict.Reports)]
    public Task LambdaAndTopLevelStatements_Report() =>
        Verify<StubDeleteAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/orders/{id}", async (int id, Shop db) =>
            {
                db.Orders.[|Remove|](new Order { Id = id });
                await db.SaveChangesAsync();
            });
            using var shop = new Shop();
            shop.Orders.[|Remove|](entity: new Order { Id = 3 });
            shop.SaveChanges();
            Delete(4);
            void Delete(int id)
            {
                shop.Orders.[|Remove|](new Order { Id = id });
                shop.SaveChanges();
            }
            {{DeleteCode.Model}}
            """,
            Setting.Program);

    [Fact]
    public Task CleanUpCode_IsSilent() =>
        Verify<StubDeleteAnalyzer>.IsSilentAsync(DeleteCode.Member("public void PurgeOne(int id) { db.Orders.Remove(new Order { Id = id }); db.SaveChanges(); }"));

    [Fact]
    public Task Message_NamesTheEntity() =>
        Verify<StubDeleteAnalyzer>.ReportsAsync(
            DeleteCode.In("db.Orders.{|#0:Remove|}(new Order { Id = id }); await db.SaveChangesAsync(ct);"),
            new DiagnosticResult(Descriptors.StubDelete).WithLocation(0)
                .WithMessage("'Order' is removed by its key without being loaded, and nothing handles that it may be gone; delete by a query and test the count")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("class C { public int Id; void M(DbContext db) { db.Remove(new C { Id = }); db.SaveChanges( } }")]
    [InlineData("class C { public int Id { get; set; } void M(DbContext db) { var c = new C { Id = 1, ; db.Remove(c; db.Entry(new).State = EntityState.Deleted; } }")]
    public Task HalfTypedCode_DoesNotThrow(string code) => Verify<StubDeleteAnalyzer>.RunsAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    private const string Parcel = "\npublic class Parcel { public int Id { get; set; } [Timestamp] public byte[] Stamp { get; set; } = []; }";

    private static Task ReportsAsync(string body) => Verify<StubDeleteAnalyzer>.ReportsAsync(DeleteCode.In(body) + Parcel);

    private static Task IsSilentAsync(string body) => Verify<StubDeleteAnalyzer>.IsSilentAsync(DeleteCode.In(body) + Parcel);
}
