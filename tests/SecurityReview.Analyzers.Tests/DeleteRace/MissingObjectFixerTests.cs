using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>What each shape of function says when there is nothing to delete.</summary>
public class MissingObjectFixerTests
{
    [Fact]
    public Task EveryShapeOfFunction_IsRepaired() =>
        RepairsAsync(
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id)
                {
                    // the one
                    var order = await db.Orders.FindAsync(id);
                    db.Orders.[|Remove|](order!);
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<bool> DeleteFirst()
                {
                    var order = await db.Orders.FirstOrDefaultAsync();

                    db.Orders.[|Remove|](order!);
                    await db.SaveChangesAsync();
                    return true;
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    db.Orders.[|Remove|]((await db.Orders.FindAsync(id))!); // for good
                    return await db.SaveChangesAsync();
                }

                public void Delete(int id, string name)
                {
                    Order? order;
                    order = db.Orders.Find(id);
                    if (name.Length > 3)
                        db.Orders.[|Remove|](order!);
                    db.Lines.[|Remove|](db.Lines.Find(id, 1)!);
                }
            }

            public static class Endpoints
            {
                public static void Map(WebApplication app) =>
                    app.MapDelete("/orders/{id}", async (int id, Shop db) =>
                    {
                        var order = await db.Orders.FindAsync(id);
                        db.Orders.[|Remove|](order!);
                        await db.SaveChangesAsync();
                        return Results.NoContent();
                    });
            }
            """,
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id)
                {
                    // the one
                    var order = await db.Orders.FindAsync(id);
                    if (order is null)
                    {
                        return NotFound();
                    }

                    db.Orders.Remove(order!);
                    await db.SaveChangesAsync();
                    return NoContent();
                }

                public async Task<bool> DeleteFirst()
                {
                    var order = await db.Orders.FirstOrDefaultAsync();
                    if (order is null)
                    {
                        return false;
                    }

                    db.Orders.Remove(order!);
                    await db.SaveChangesAsync();
                    return true;
                }

                public async Task<int> DeleteAndCount(int id)
                {
                    var order = await db.Orders.FindAsync(id);
                    if (order is null)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }

                    db.Orders.Remove(order!); // for good
                    return await db.SaveChangesAsync();
                }

                public void Delete(int id, string name)
                {
                    Order? order;
                    order = db.Orders.Find(id);
                    if (order is null)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }

                    if (name.Length > 3)
                        db.Orders.Remove(order!);
                    var orderLine = db.Lines.Find(id, 1);
                    if (orderLine is null)
                    {
                        throw new KeyNotFoundException("OrderLine not found.");
                    }

                    db.Lines.Remove(orderLine!);
                }
            }

            public static class Endpoints
            {
                public static void Map(WebApplication app) =>
                    app.MapDelete("/orders/{id}", async (int id, Shop db) =>
                    {
                        var order = await db.Orders.FindAsync(id);
                        if (order is null)
                        {
                            return Results.NotFound();
                        }

                        db.Orders.Remove(order!);
                        await db.SaveChangesAsync();
                        return Results.NoContent();
                    });
            }
            """);

    [Theory]
    [InlineData("if (id > 3) db.Orders.[|Remove|](db.Orders.Find(id)!);")]
    [InlineData("Order? order = db.Orders.Find(id), other = null; db.Orders.[|Remove|](order!);")]
    public Task OtherShape_HasNoRepair(string body) => VerifyFix<MissingObjectAnalyzer, MissingObjectFixer>.OffersNothingAsync(DeleteCode.In(body));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<MissingObjectAnalyzer, MissingObjectFixer>.RepairsAsync(
            DeleteCode.In("if (id > 3) db.Orders.Remove(db.Orders.Find(id)!);\n        var order = db.Orders.Find(id);\n        db.Orders.Remove(order!);"),
            DeleteCode.In("if (id > 3) db.Orders.Remove(db.Orders.Find(id)!);\n        var order = db.Orders.Find(id);\n        if (order is null)\n        {\n            throw new KeyNotFoundException(\"Order not found.\");\n        }\n\n        db.Orders.Remove(order!);"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<MissingObjectFixer>(DeleteCode.Usings + "class C { void M(Shop db) { var x = db.Orders.Find(; db.Orders.Remove(x; } }", RuleIds.MissingObjectDeleted);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<MissingObjectAnalyzer, MissingObjectFixer>.RepairsAsync($"{DeleteCode.Usings}{before}\n{DeleteCode.Model}", $"{DeleteCode.Usings}{after}\n{DeleteCode.Model}");
}
