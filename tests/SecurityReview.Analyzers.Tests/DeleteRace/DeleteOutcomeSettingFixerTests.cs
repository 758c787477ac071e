using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>The repair of deletes under options, in files of all kinds, and where it keeps its hands off.</summary>
public class DeleteOutcomeSettingFixerTests
{
    private const string Exceptions = """

        namespace Store.Errors
        {
            public class RecordNotFoundException(string message) : System.Exception(message);
            public class GoneException : System.Exception;
            public abstract class AbstractException(string message) : System.Exception(message);
            public class CodeException(int code) : System.Exception($"{code}");
        }
        """;

    [Theory]
    [InlineData("Store.Errors.RecordNotFoundException", "new RecordNotFoundException(\"Order not found.\")")]
    [InlineData("RecordNotFoundException", "new RecordNotFoundException(\"Order not found.\")")]
    [InlineData("Store.Errors.GoneException", "new GoneException()")]
    [Clause(RuleIds.DeleteOutcomeIgnored, "not-found-exception", Verdict.Reports)]
    public Task ExceptionOfTheOption_IsThrownAndImported(string option, string created) =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            $$"""
            using System.Linq;
            using Microsoft.EntityFrameworkCore;

            public class Order { public int Id { get; set; } }

            public class Orders(DbContext db)
            {
                public void Delete(int id)
                {
                    db.Set<Order>().Where(x => x.Id == id).[|ExecuteDelete|]();
                }
            }
            {{Exceptions}}
            """,
            $$"""
            using System.Linq;
            using Microsoft.EntityFrameworkCore;
            using Store.Errors;

            public class Order { public int Id { get; set; } }

            public class Orders(DbContext db)
            {
                public void Delete(int id)
                {
                    if (db.Set<Order>().Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        throw {{created}};
                    }
                }
            }
            {{Exceptions}}
            """,
            Setting.Default with { Options = $"security_review.not_found_exception = {option}" });

    [Theory]
    [InlineData("Store.Errors.Missing")]
    [InlineData("Missing")]
    [InlineData("Store.Errors.AbstractException")]
    [InlineData("Store.Errors.CodeException")]
    [InlineData("System.String")]
    public Task ExceptionThatCannotBeThrown_OffersNothing(string option) =>
        OffersNothingAsync("public void Delete(int id) { db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }", option, Exceptions);

    [Fact]
    [Clause(RuleIds.DeleteOutcomeIgnored, "not-found-exception", Verdict.IsSilent)]
    public Task ThrownExceptionOfTheOption_IsSilent() =>
        Verify<DeleteOutcomeAnalyzer>.IsSilentAsync(
            DeleteCode.Member("public void Delete(int id) { if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0) throw new Store.Errors.GoneException(); }")
                + Exceptions,
            Setting.Default with { Options = "security_review.not_found_exception = Store.Errors.GoneException" });

    [Fact]
    public Task ImportOfTheDefaultException_IsAdded() =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            """
            using Microsoft.Data.Sqlite;

            public static class Orders
            {
                public static void Delete(SqliteCommand command)
                {
                    command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                    command.[|ExecuteNonQuery|]();
                }
            }
            """,
            """
            using System.Collections.Generic;
            using Microsoft.Data.Sqlite;

            public static class Orders
            {
                public static void Delete(SqliteCommand command)
                {
                    command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                    if (command.ExecuteNonQuery() == 0)
                    {
                        throw new KeyNotFoundException("Orders not found.");
                    }
                }
            }
            """);

    [Fact]
    public Task FileWithCarriageReturns_KeepsThem()
    {
        const string before = """
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using Microsoft.EntityFrameworkCore;

            public class Order { public int Id { get; set; } }

            public class Orders(DbContext db)
            {
                [System.Obsolete]
                Task DeleteAsync(int id) => db.Set<Order>().Where(x => x.Id == id).[|ExecuteDeleteAsync|]();

                // gone
                public async Task RemoveAsync(int id)
                {
                    await db.Set<Order>()
                        .Where(x => x.Id == id) // one
                        .[|ExecuteDeleteAsync|]();
                    System.Console.WriteLine("deleted");
                }
            }

            """;
        const string after = """
            using System.Collections.Generic;
            using System.Linq;
            using System.Threading.Tasks;
            using Microsoft.EntityFrameworkCore;

            public class Order { public int Id { get; set; } }

            public class Orders(DbContext db)
            {
                [System.Obsolete]
                async Task DeleteAsync(int id)
                {
                    if (await db.Set<Order>().Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                // gone
                public async Task RemoveAsync(int id)
                {
                    var rows = await db.Set<Order>()
                        .Where(x => x.Id == id) // one
                        .ExecuteDeleteAsync();
                    if (rows == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }

                    System.Console.WriteLine("deleted");
                }
            }

            """;
        return VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            before.Replace("\n", "\r\n", StringComparison.Ordinal), after.Replace("\n", "\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public Task NestedFindings_AreAllRepaired() =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            DeleteCode.Member("""
                public Task DeleteAsync(int id)
                    {
                        Func<Task> first = () => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                        async Task Second()
                        {
                            if (id > 1)
                                await db.Coupons.Where(x => x.Serial == "1").[|ExecuteDeleteAsync|]();
                            await first();
                        }

                        Second().Wait();
                        return db.Customers.Where(x => x.CustomerId == Guid.Empty).[|ExecuteDeleteAsync|]();
                    }
                """),
            DeleteCode.Member("""
                public async Task DeleteAsync(int id)
                    {
                        Func<Task> first = async () =>
                        {
                            if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                            {
                                throw new KeyNotFoundException("Order not found.");
                            }
                        };
                        async Task Second()
                        {
                            if (id > 1)
                            {
                                if (await db.Coupons.Where(x => x.Serial == "1").ExecuteDeleteAsync() == 0)
                                {
                                    throw new KeyNotFoundException("Coupon not found.");
                                }
                            }
                            await first();
                        }

                        Second().Wait();
                        if (await db.Customers.Where(x => x.CustomerId == Guid.Empty).ExecuteDeleteAsync() == 0)
                        {
                            throw new KeyNotFoundException("Customer not found.");
                        }
                    }
                """));

    [Fact]
    public Task FirstFindingWithoutRepair_LaterOnesAreRepaired() =>
        NullKeyFixAll<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            DeleteCode.Member("public void Delete(int id)\n    {\n        db.Orders.ExecuteDelete();\n        db.Orders.Where(x => x.Id == id).ExecuteDelete();\n    }"),
            DeleteCode.Member("public void Delete(int id)\n    {\n        db.Orders.ExecuteDelete();\n        if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)\n        {\n            throw new KeyNotFoundException(\"Order not found.\");\n        }\n    }"),
            Setting.Default with { Options = "security_review.include_bulk = true" });

    [Theory]
    [InlineData("public async void Delete(int id) { await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [InlineData("public Action Delete(int id) => () => db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("public async Task Delete(int id) { db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); await Task.Yield(); }")]
    [InlineData("public async Task<string> Delete(int id) { await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); return \"done\"; }")]
    [InlineData("public async Task<bool> Delete(int id) { await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); return id > 3; }")]
    [InlineData("public async Task<Microsoft.AspNetCore.Http.HttpResults.NoContent> Delete(int id) { await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); return TypedResults.NoContent(); }")]
    [InlineData("public void Delete(SqliteCommand? command) { command!.CommandText = \"DELETE FROM Orders WHERE Id = 1\"; command?.[|ExecuteNonQuery|](); }")]
    [InlineData("public Task Delete(in int id) { var one = id; return db.Orders.Where(x => x.Id == one).[|ExecuteDeleteAsync|](); }")]
    [InlineData("public Task Delete(int id) { if (id == 0) return Task.Delay(1); return db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [InlineData("public Task Delete(int id) => /* one */ db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public void Delete(int id) { object rows = db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }")]
    [InlineData("public void Delete(int id) { int rows; if (id > 0) rows = db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }")]
    [InlineData("public async Task Delete(int id) { var task = db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); await task; }")]
    [InlineData("public int Last { set { db.Orders.Where(x => x.Id == value).[|ExecuteDelete|](); } }")]
    public Task ShapeWithoutACertainAnswer_OffersNothing(string member) => OffersNothingAsync(member);

    [Fact]
    public Task TopLevelStatement_OffersNothing() =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.OffersNothingAsync(
            DeleteCode.Usings + "new Shop().Orders.Where(x => x.Id == 1).[|ExecuteDelete|]();\n" + DeleteCode.Model, Setting.Program);

    private static Task OffersNothingAsync(string member, string exception = "System.Collections.Generic.KeyNotFoundException", string more = "") =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.OffersNothingAsync(
            DeleteCode.Member(member) + more,
            Setting.Default with { Options = $"security_review.not_found_exception = {exception}" });
}
