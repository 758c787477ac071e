using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class StubDeleteFixerTests
{
    [Fact]
    public Task EveryShape_IsRepaired() =>
        RepairsAsync(
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    // without loading it
                    var order = new Order { Id = id };
                    db.Orders.Attach(order);
                    db.Orders.[|Remove|](order);
                    await db.SaveChangesAsync(ct);

                    return NoContent();
                }

                public async Task<bool> DeleteLine(int id, int number)
                {
                    db.[|Remove|](new OrderLine { OrderId = id, Number = number + 1 });
                    await db.SaveChangesAsync();
                    return true;
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    db.Entry(new Order { Id = id }).[|State|] = EntityState.Deleted;
                    return await db.SaveChangesAsync();
                }

                public void DeleteNow(string code)
                {
                    db.Coupons.[|Remove|](new Coupon { Code = code });
                    db.SaveChanges();
                }
            }
            """,
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    // without loading it
                    if (await db.Orders.Where(row => row.Id == id).ExecuteDeleteAsync(ct) == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }

                public async Task<bool> DeleteLine(int id, int number)
                {
                    if (await db.Set<OrderLine>().Where(orderLine => orderLine.OrderId == id && orderLine.Number == number + 1).ExecuteDeleteAsync() == 0)
                    {
                        return false;
                    }

                    return true;
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    return await db.Set<Order>().Where(order => order.Id == id).ExecuteDeleteAsync();
                }

                public void DeleteNow(string code)
                {
                    if (db.Coupons.Where(coupon => coupon.Code == code).ExecuteDelete() == 0)
                    {
                        throw new KeyNotFoundException("Coupon not found.");
                    }
                }
            }
            """);

    [Theory]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id }); db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct);")]
    [InlineData("var coupon = await db.Coupons.FirstAsync(ct); coupon.Serial = name; db.Orders.[|Remove|](new Order { Id = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id }); logger.LogInformation(\"gone\"); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id, Total = 3 }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id });")]
    [InlineData("if (id > 3) db.Orders.[|Remove|](new Order { Id = id }); await db.SaveChangesAsync(ct);")]
    [InlineData("db.Orders.[|Remove|](new Order { Id = id }); var rows = await db.SaveChangesAsync(ct);")]
    public Task OtherShape_HasNoRepair(string body) => VerifyFix<StubDeleteAnalyzer, StubDeleteFixer>.OffersNothingAsync(DeleteCode.In(body));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<StubDeleteAnalyzer, StubDeleteFixer>.RepairsAsync(
            DeleteCode.Member("public void One(int id) { db.Remove(new Order { Id = id }); }\n\n    public void Two(int id)\n    {\n        db.Remove(new Order { Id = id });\n        db.SaveChanges();\n    }"),
            DeleteCode.Member("public void One(int id) { db.Remove(new Order { Id = id }); }\n\n    public void Two(int id)\n    {\n        if (db.Set<Order>().Where(order => order.Id == id).ExecuteDelete() == 0)\n        {\n            throw new KeyNotFoundException(\"Order not found.\");\n        }\n    }"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<StubDeleteFixer>(DeleteCode.Usings + "class C { public int Id { get; set; } void M(DbContext db) { db.Remove(new C { Id = ); db.SaveChanges(; } }", RuleIds.StubDelete);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<StubDeleteAnalyzer, StubDeleteFixer>.RepairsAsync($"{DeleteCode.Usings}{before}\n{DeleteCode.Model}", $"{DeleteCode.Usings}{after}\n{DeleteCode.Model}");
}
