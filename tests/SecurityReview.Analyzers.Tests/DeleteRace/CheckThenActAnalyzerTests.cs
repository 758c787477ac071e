using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Which checks and acts on a database the rule knows.</summary>
public class CheckThenActAnalyzerTests
{
    [Theory]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id, ct)) return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (db.Orders.Any(x => x.Id == id)) { db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }")]
    [InlineData("if (await db.Orders.CountAsync(x => x.Id == id) == 0) throw new KeyNotFoundException(); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (db.Orders.Count(o => o.Id == id) > 0) await db.Orders.Where(x => id == x.Id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (db.Orders.LongCount(o => o.Id == id) is not 0) await db.Orders.Where(x => id == x.Id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (await db.Orders.Where(x => x.Id == id).AnyAsync(ct)) await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (await db.Orders.AsNoTracking().AnyAsync(x => x.Id == id && x.Total > 3)) await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("var key = id; if (!db.Orders.Any(x => x.Id == key)) return; db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [Clause(RuleIds.CheckThenAct, "exists", Verdict.Reports)]
    public Task CheckedDelete_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var exists = await db.Orders.AnyAsync(x => x.Id == id, ct); if (exists == false) return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("var count = await db.Orders.CountAsync(x => x.Id == id, ct); if (count < 1) return; logger.LogInformation(\"going\"); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("switch (await db.Orders.AnyAsync(x => x.Id == id)) { case true: await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); break; }")]
    [InlineData("try { if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); } catch (OperationCanceledException) { return; }")]
    [InlineData("if (await db.Orders.AnyAsync(x => x.Id == id)) logger.LogInformation(\"there\"); else return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [Clause(RuleIds.CheckThenAct, "guard", Verdict.Reports)]
    public Task ActThatDependsOnTheCheck_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("if (id > 3 && await db.Orders.AnyAsync(x => x.Id == id)) { var rows = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); }")]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; int rows; rows = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);")]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); var rows = await db.Orders.CountAsync(ct); logger.LogInformation(\"{Rows}\", rows);")]
    [Clause(RuleIds.CheckThenAct, "unchecked", Verdict.Reports)]
    public Task OutcomeThatIsNotRead_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Total > 3)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (await db.Orders.AnyAsync()) await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (!await db.Customers.AnyAsync(x => x.CustomerId == guid)) return; await db.Orders.Where(x => x.CustomerId == guid).ExecuteDeleteAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "exists", Verdict.IsSilent)]
    public Task OtherQuestion_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == other)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (await db.Lines.AnyAsync(x => x.OrderId == id)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Version == id)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (await db.Orders.AnyAsync(x => x.Id == id)) await db.Orders.Where(x => x.Total == id).ExecuteDeleteAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "same-key", Verdict.IsSilent)]
    public Task OtherKey_IsSilent(string body) => IsSilentAsync("var other = id + 1; " + body);

    [Fact]
    [Clause(RuleIds.CheckThenAct, "same-key", Verdict.Reports)]
    public Task SameKeyThroughMembers_Reports() =>
        ReportsAsync("var order = new Order(); if (!await db.Orders.AnyAsync(x => x.Id == order.Id)) return; await db.Orders.Where(x => x.Id == order.Id).[|ExecuteDeleteAsync|](ct);");

    [Theory]
    [InlineData("if (await db.Orders.AnyAsync(x => x.Id == id)) logger.LogInformation(\"there\"); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("if (await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("var exists = await db.Orders.AnyAsync(x => x.Id == id); logger.LogInformation(\"{Exists}\", exists); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [InlineData("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); if (await db.Orders.AnyAsync(x => x.Id == id)) throw new KeyNotFoundException();")]
    [Clause(RuleIds.CheckThenAct, "guard", Verdict.IsSilent)]
    public Task ActThatDoesNotDependOnTheCheck_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) == 0) throw new KeyNotFoundException();")]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct); logger.LogInformation(\"{Rows}\", rows);")]
    [InlineData("if (await db.Orders.AnyAsync(x => x.Id == id)) _ = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "unchecked", Verdict.IsSilent)]
    public Task OutcomeThatIsRead_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (await db.Coupons.AnyAsync(x => x.Code == name)) throw new InvalidOperationException(); db.Coupons.[|Add|](new Coupon { Code = name }); await db.SaveChangesAsync(ct);")]
    [InlineData("if (!db.Coupons.Any(x => x.Code == name)) { await db.[|AddAsync|](new Coupon { Code = name, Campaign = \"x\" }); db.SaveChanges(); }")]
    [InlineData("var coupon = new Coupon(); coupon.Code = name; if (db.Coupons.Any(x => x.Code == name)) return; db.Coupons.[|Add|](coupon); await db.SaveChangesAsync(ct);")]
    [InlineData("var coupon = new Coupon { Code = name }; if (db.Coupons.Any(x => x.Code == coupon.Code)) return; db.Coupons.[|Add|](coupon); await db.SaveChangesAsync(ct);")]
    [InlineData("var request = new { Code = name }; if (db.Coupons.Any(x => x.Code == request.Code && x.Campaign == \"now\")) return; db.Coupons.[|Add|](new Coupon { Code = request.Code }); await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "insert", Verdict.Reports)]
    public Task CheckedInsert_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("if (await db.Coupons.AnyAsync(x => x.Campaign == name)) return; db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct);")]
    [InlineData("if (await db.Coupons.AnyAsync(x => x.Code == name)) { db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct); }")]
    [InlineData("if (!await db.Countries.AnyAsync(x => x.Iso == name)) return; db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct);")]
    [InlineData("if (!db.Coupons.Any()) { db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct); }")]
    [InlineData("db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "insert", Verdict.IsSilent)]
    public Task OtherInsert_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.CheckThenAct, "insert", Verdict.Reports)]
    public Task MappedRequest_Reports() =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(DeleteCode.Member(
            """
            public async Task<bool> CreateAsync(Request request)
            {
                if (await db.Coupons.AnyAsync(x => x.Code == request.Code))
                    return false;
                var coupon = Map(request);
                db.Coupons.[|Add|](coupon);
                await db.SaveChangesAsync();
                return true;
            }

            public async Task CreateAsync(Coupon coupon)
            {
                if (await db.Coupons.AnyAsync(x => x.Code == coupon.Code))
                    throw new InvalidOperationException();
                db.Coupons.[|Add|](coupon);
                await db.SaveChangesAsync();
            }

            public record Request(string Code);
            private static Coupon Map(Request request) => new() { Code = request.Code };
            """));

    [Theory]
    [InlineData("if (await connection.ExecuteScalarAsync<int>(\"SELECT COUNT(*) FROM Orders WHERE Id = @id\", new { id }) == 0) return; await connection.[|ExecuteAsync|](\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("if (connection.QueryFirstOrDefault<int>(\"select 1 from Orders where Id = @key\", new { key = id }) != 1) return; connection.[|Execute|](\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("var exists = connection.ExecuteScalar<bool>(\"SELECT EXISTS (SELECT 1 FROM Orders WHERE Id = @id)\", new { id }); if (exists) { connection.[|Execute|](\"DELETE FROM Orders WHERE Id = @id\", new { id }); }")]
    [InlineData("if (connection.ExecuteScalar<bool>(\"SELECT CASE WHEN EXISTS (SELECT 1 FROM Coupons WHERE Code = @name) THEN 1 ELSE 0 END\", new { name })) return; connection.[|Execute|](\"INSERT INTO Coupons (Code, Campaign) VALUES (@name, 'x')\", new { name });")]
    [InlineData("using var check = connection.CreateCommand(); check.CommandText = \"SELECT COUNT(1) FROM Orders WHERE Id = @id\"; if (Convert.ToInt32(check.ExecuteScalar()) > 0) { using var command = connection.CreateCommand(); command.CommandText = \"DELETE FROM Orders WHERE Id = @id\"; command.[|ExecuteNonQuery|](); }")]
    [Clause(RuleIds.CheckThenAct, "sql", Verdict.Reports)]
    public Task SqlText_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("if (connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM Orders WHERE Id = @id\", new { id = id + 1 }) == 0) return; connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("if (connection.ExecuteScalar<int>(\"SELECT MAX(Total) FROM Orders WHERE Id = @id\", new { id }) == 0) return; connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("if (connection.ExecuteScalar<int>(\"SELECT COUNT(*) FROM Orders o JOIN Lines l ON l.OrderId = o.Id WHERE Id = @id\", new { id }) == 0) return; connection.Execute(\"DELETE FROM Orders WHERE Id = @id\", new { id });")]
    [InlineData("if (connection.ExecuteScalar<bool>(\"SELECT 1 FROM Coupons WHERE Code = @name\", new { name })) return; connection.Execute(\"INSERT INTO Coupons (Code) VALUES (@name) ON CONFLICT DO NOTHING\", new { name });")]
    [InlineData("if (connection.ExecuteScalar<bool>(\"SELECT 1 FROM Coupons WHERE Code = @name\", new { name })) return; connection.Execute(\"INSERT INTO Coupons (Code) SELECT @name WHERE NOT EXISTS (SELECT 1 FROM Coupons WHERE Code = @name)\", new { name });")]
    [Clause(RuleIds.CheckThenAct, "sql", Verdict.IsSilent)]
    public Task OtherSqlText_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("private bool OrderExists(int key) => db.Orders.Any(e => e.Id == key);", "OrderExists(id)")]
    [InlineData("private bool OrderExists(int key) { return (db.Orders?.Any(e => e.Id == key)).GetValueOrDefault(); }", "OrderExists(id)")]
    [InlineData("private async Task<bool> OrderExists(int key) => await db.Orders.AnyAsync(e => e.Id == key);", "await OrderExists(id)")]
    [InlineData("private Task<bool> OrderExists(int key) => db.Orders.AnyAsync(e => e.Id == key);", "await OrderExists(key: id)")]
    [InlineData("private bool OrderExists(int key) => db.Orders.Count(e => e.Id == key) > 0;", "OrderExists(id)")]
    [Clause(RuleIds.CheckThenAct, "own-check", Verdict.Reports)]
    public Task OwnCheck_Reports(string check, string call) =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(DeleteCode.Member(
            $"{check} public async Task DeleteAsync(int id) {{ if (!{call}) throw new KeyNotFoundException(); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }}"));

    [Theory]
    [InlineData("private bool OrderExists(int key) => db.Orders.Any(e => e.Total == key);", "OrderExists(id)")]
    [InlineData("private bool OrderExists(int key) => db.Orders.Any(e => e.Id == 7);", "OrderExists(id)")]
    [InlineData("private bool OrderExists(int key) => db.Orders.Any(e => e.Id == key);", "OrderExists(id + 1)")]
    [InlineData("private bool IsAllowed(int key) => key > 3;", "IsAllowed(id)")]
    [Clause(RuleIds.CheckThenAct, "own-check", Verdict.IsSilent)]
    public Task OtherOwnMethod_IsSilent(string check, string call) =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.Member(
            $"{check} public async Task DeleteAsync(int id) {{ if (!{call}) throw new KeyNotFoundException(); await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(); }}"));

    [Theory]
    [InlineData("var order = await db.Orders.FindAsync(id); if (order == null) return; db.Orders.Remove(order); await db.SaveChangesAsync(ct);")]
    [InlineData("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; var order = await db.Orders.FirstAsync(x => x.Id == id); db.Orders.Remove(order); await db.SaveChangesAsync(ct);")]
    [Clause(RuleIds.CheckThenAct, "tracked", Verdict.IsSilent)]
    public Task TrackedRemove_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.CheckThenAct, "tracked", Verdict.Reports)]
    public Task ImmediateDeleteBesidesATrackedOne_Reports() =>
        ReportsAsync("if (!await db.Orders.AnyAsync(x => x.Id == id)) return; db.Lines.Remove(new OrderLine()); await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct); await db.SaveChangesAsync(ct);");

    [Fact]
    [Clause(RuleIds.CheckThenAct, "precedence", Verdict.Reports)]
    public Task TheIgnoredOutcomeOfACheckedDelete_IsThisRules() =>
        Verify<DeleteOutcomeAnalyzer>.ReportsAsync(DeleteCode.In(
            """
            if (!await db.Orders.AnyAsync(x => x.Id == id))
                return;
            await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);
            await db.Countries.Where(x => x.Iso == name).[|ExecuteDeleteAsync|](ct);
            """));

    [Fact]
    [Clause(RuleIds.CheckThenAct, "precedence", Verdict.IsSilent)]
    public Task IgnoredOutcomeWithoutACheck_IsSilent() =>
        IsSilentAsync("await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);");

    [Fact]
    public Task Message_NamesWhatAndTheRemedy() =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(
            DeleteCode.In("if (!db.Orders.Any(x => x.Id == id)) return; db.Orders.Where(x => x.Id == id).{|#0:ExecuteDelete|}();"),
            new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.CheckThenAct).WithLocation(0)
                .WithMessage("'Order' is deleted because of a check that another request can overtake; delete at once and test how many rows there were")
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task TopLevelStatements_Report() =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(
            $$"""
            {{DeleteCode.Usings}}
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapDelete("/orders/{id}", async (int id, Shop db) =>
            {
                if (!await db.Orders.AnyAsync(x => x.Id == id))
                    return Results.NotFound();
                await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                return Results.NoContent();
            });
            var shop = new Shop();
            if (shop.Orders.Any(x => x.Id == 1))
                shop.Orders.Where(x => x.Id == 1).[|ExecuteDelete|]();
            Delete(2);
            void Delete(int id)
            {
                if (shop.Orders.Any(x => x.Id == id))
                    shop.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
            }
            {{DeleteCode.Model}}
            """,
            Setting.Program);

    [Theory]
    [InlineData("class C { void M(DbContext db) { if (db.Set<C>().Any(x => x.Id == )) db.Set<C>().Where(x => x.Id == ).ExecuteDelete( } }")]
    [InlineData("class C { void M() { if (File.Exists()) File.Delete(; if (.ContainsKey(x)) .Remove(x) } }")]
    [InlineData("class C { static Dictionary<int, int> s; void M(int i) { if (!s.ContainsKey(i) { s[i] = ; s[] = 1; s.Add( } } }")]
    public Task HalfTypedCode_IsSilent(string code) =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.Usings + code, Setting.Default with { Broken = true });

    private static Task ReportsAsync(string body) => Verify<CheckThenActAnalyzer>.ReportsAsync(DeleteCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.In(body));
}
