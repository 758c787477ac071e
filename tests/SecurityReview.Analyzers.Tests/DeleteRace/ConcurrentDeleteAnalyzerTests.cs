using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class ConcurrentDeleteAnalyzerTests
{
    private const string Handler = """

        public class Gone : Microsoft.AspNetCore.Diagnostics.IExceptionHandler
        {
            public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
            {
                if (exception is not DbUpdateConcurrencyException)
                    return ValueTask.FromResult(false);
                context.Response.StatusCode = 404;
                return ValueTask.FromResult(true);
            }
        }
        """;

    [Theory]
    [InlineData("public async Task<IActionResult> Delete(int id) { var order = await db.Orders.FindAsync(id); if (order is null) return NotFound(); db.Orders.[|Remove|](order); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public void Delete(int id) { db.[|Remove|](db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }")]
    [InlineData("public void Delete(int id) { var order = db.Orders.Single(x => x.Id == id); db.Orders.[|Remove|](order); db.Lines.Remove(db.Lines.First()); db.SaveChanges(); }")]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "tracked", Verdict.Reports)]
    public Task TrackedRemoveInAnAction_Reports(string member) => Verify<ConcurrentDeleteAnalyzer>.ReportsAsync(Controller(member));

    [Theory]
    [InlineData("public async Task<int> Delete(int id) => await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();")]
    [InlineData("public void Delete(List<Order> orders) { orders.Remove(orders[0]); db.SaveChanges(); }")]
    [InlineData("public void Delete(int id) { db.Orders.Remove(new Order { Id = id }); db.SaveChanges(); }")]
    [InlineData("public void Delete(int id) { db.Orders.Remove(db.Orders.Single(x => x.Id == id)); }")]
    [InlineData("public void Change(int id) { db.Orders.Single(x => x.Id == id).Total = 3; db.SaveChanges(); }")]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "tracked", Verdict.IsSilent)]
    public Task OtherDelete_IsSilent(string member) => Verify<ConcurrentDeleteAnalyzer>.IsSilentAsync(Controller(member));

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "endpoint", Verdict.Reports)]
    public Task ServicesAndHandlersOnTheWay_Report() =>
        Verify<ConcurrentDeleteAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/orders/{id}", async (int id, Shop db) =>
            {
                db.Orders.[|Remove|](await db.Orders.SingleAsync(x => x.Id == id));
                await db.SaveChangesAsync();
            });
            app.MapDelete("/through/{id}", (int id, IOrders orders) => orders.DeleteAsync(id));
            public interface IOrders { Task DeleteAsync(int id); }
            public class Orders(Shop db) : IOrders
            {
                public Task DeleteAsync(int id) => DeleteCoreAsync(id);
                private async Task DeleteCoreAsync(int id)
                {
                    db.Orders.[|Remove|](await db.Orders.SingleAsync(x => x.Id == id));
                    await db.SaveChangesAsync();
                }
            }
            {{DeleteCode.Model}}
            """,
            Setting.Program);

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "endpoint", Verdict.IsSilent)]
    public Task CodeThatNoEndpointReaches_IsSilent() =>
        Verify<ConcurrentDeleteAnalyzer>.IsSilentAsync(DeleteCode.In("db.Orders.Remove(await db.Orders.SingleAsync(x => x.Id == id)); await db.SaveChangesAsync(ct);"));

    [Theory]
    [InlineData("public void Delete(int id) { db.Orders.Remove(db.Orders.Single(x => x.Id == id)); try { db.SaveChanges(); } catch (DbUpdateConcurrencyException) { Console.WriteLine(\"gone\"); } }")]
    [InlineData("public void Delete(int id) { try { db.Orders.Remove(db.Orders.Single(x => x.Id == id)); db.SaveChanges(); } catch (DbUpdateException e) { throw new InvalidOperationException(\"gone\", e); } }")]
    [InlineData("public void Delete(int id) { try { DeleteCore(id); } catch (DbUpdateConcurrencyException) { Console.WriteLine(\"gone\"); } } private void DeleteCore(int id) { db.Orders.Remove(db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }")]
    [InlineData("private static readonly object s_gate = new(); public void Delete(int id) { lock (s_gate) { db.Orders.Remove(db.Orders.Single(x => x.Id == id)); db.SaveChanges(); } }")]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "handled", Verdict.IsSilent)]
    public Task HandledException_IsSilent(string member) => Verify<ConcurrentDeleteAnalyzer>.IsSilentAsync(Controller(member));

    [Theory]
    [InlineData("public void Delete(int id) { db.Orders.[|Remove|](db.Orders.Single(x => x.Id == id)); try { db.SaveChanges(); } catch (InvalidOperationException) { Console.WriteLine(\"gone\"); } }")]
    [InlineData("public void Delete(int id) { try { DeleteCore(id); } catch (DbUpdateConcurrencyException) { Console.WriteLine(\"gone\"); } } public void Other(int id) => DeleteCore(id); private void DeleteCore(int id) { db.Orders.[|Remove|](db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }")]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "handled", Verdict.Reports)]
    public Task OtherHandler_Reports(string member) => Verify<ConcurrentDeleteAnalyzer>.ReportsAsync(Controller(member));

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "registered", Verdict.IsSilent)]
    public Task RegisteredHandler_IsSilent() =>
        Verify<ConcurrentDeleteAnalyzer>.IsSilentAsync(Controller("public void Delete(int id) { db.Remove(db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }") + Handler);

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "registered", Verdict.Reports)]
    public Task HandlerOfAnotherException_Reports() =>
        Verify<ConcurrentDeleteAnalyzer>.ReportsAsync(
            Controller("public void Delete(int id) { db.[|Remove|](db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }") + Handler.Replace("DbUpdateConcurrencyException", "TimeoutException", StringComparison.Ordinal));

    [Fact]
    public Task Message_NamesTheEntity() =>
        Verify<ConcurrentDeleteAnalyzer>.ReportsAsync(
            Controller("public void Delete(int id) { db.{|#0:Remove|}(db.Orders.Single(x => x.Id == id)); db.SaveChanges(); }"),
            new DiagnosticResult(Descriptors.ConcurrentDeleteNotHandled).WithLocation(0)
                .WithMessage("Saving throws where another request has deleted the 'Order' first, and nothing up to the endpoint handles it; catch 'DbUpdateConcurrencyException' and say so")
                .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Theory]
    [InlineData("public class C : ControllerBase { public void M(Shop db) { db.Remove(; db.SaveChanges( } }")]
    public Task HalfTypedCode_DoesNotThrow(string code) => Verify<ConcurrentDeleteAnalyzer>.RunsAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "conflict-result", Verdict.Reports)]
    public Task Save_IsTried() => RepairsAsync("NotFound", "");

    [Fact]
    [Clause(RuleIds.ConcurrentDeleteNotHandled, "conflict-result", Verdict.IsSilent)]
    public Task ConflictByOption_IsAnswered() => RepairsAsync("Conflict", "security_review.conflict_result = conflict");

    [Fact]
    public Task OtherShape_HasNoRepair() =>
        VerifyFix<ConcurrentDeleteAnalyzer, ConcurrentDeleteFixer>.OffersNothingAsync(
            Controller("public async Task<int> Delete(int id) { db.[|Remove|](db.Orders.Single(x => x.Id == id)); return await db.SaveChangesAsync(); }"));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<ConcurrentDeleteAnalyzer, ConcurrentDeleteFixer>.RepairsAsync(
            Controller("public int One(int id) { db.Remove(db.Orders.Single(x => x.Id == id)); return db.SaveChanges(); }\n    public bool Two(int id)\n    {\n        db.Remove(db.Orders.Single(x => x.Id == id));\n        db.SaveChanges();\n        return true;\n    }"),
            Controller("public int One(int id) { db.Remove(db.Orders.Single(x => x.Id == id)); return db.SaveChanges(); }\n    public bool Two(int id)\n    {\n        db.Remove(db.Orders.Single(x => x.Id == id));\n        try\n        {\n            db.SaveChanges();\n        }\n        catch (DbUpdateConcurrencyException)\n        {\n            return false;\n        }\n        return true;\n    }"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<ConcurrentDeleteFixer>(DeleteCode.Usings + "class C { void M(Shop db) { db.Remove(; db.SaveChanges(; } }", RuleIds.ConcurrentDeleteNotHandled);

    private static Task RepairsAsync(string answer, string options)
    {
        const string Before = """
            public async Task<IActionResult> Delete(int id, CancellationToken ct)
            {
                var order = await db.Orders.FindAsync(id);
                if (order is null)
                    return NotFound();
                db.Orders.[|Remove|](order);
                // for good
                await db.SaveChangesAsync(ct);

                return NoContent();
            }
            """;
        var after = $$"""
            public async Task<IActionResult> Delete(int id, CancellationToken ct)
            {
                var order = await db.Orders.FindAsync(id);
                if (order is null)
                    return NotFound();
                db.Orders.Remove(order);
                // for good
                try
                {
                    await db.SaveChangesAsync(ct);
                }
                catch (DbUpdateConcurrencyException)
                {
                    return {{answer}}();
                }

                return NoContent();
            }
            """;
        return VerifyFix<ConcurrentDeleteAnalyzer, ConcurrentDeleteFixer>.RepairsAsync(Indented(Before), Indented(after), Setting.Default with { Options = options });
    }

    private static string Indented(string member) => Controller(member.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal));

    private static string Controller(string members) => $$"""
        {{DeleteCode.Usings}}
        public class OrdersController(Shop db) : ControllerBase
        {
            {{members}}
        }
        {{DeleteCode.Model}}
        """;
}
