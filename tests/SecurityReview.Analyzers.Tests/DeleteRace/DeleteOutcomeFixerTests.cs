using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>What each shape of function says when nothing was deleted.</summary>
public class DeleteOutcomeFixerTests
{
    [Fact]
    public Task Action_IsRepaired() =>
        RepairsAsync(
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id)
                {
                    // gone for good
                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]().ConfigureAwait(false);

                    return NoContent();
                }

                public async Task<ActionResult<Order>> DeleteAndGet(int id, CancellationToken ct)
                {
                    await db.Orders
                        .Where(x => x.Id == id)
                        .[|ExecuteDeleteAsync|](ct); // no way back
                    return new Order();
                }

                public IActionResult DeleteNow(int id)
                {
                    if (id > 3)
                        db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); // only some
                    return NoContent();
                }
            }
            """,
            """
            public class OrdersController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id)
                {
                    // gone for good
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync().ConfigureAwait(false) == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }

                public async Task<ActionResult<Order>> DeleteAndGet(int id, CancellationToken ct)
                {
                    var rows = await db.Orders
                        .Where(x => x.Id == id)
                        .ExecuteDeleteAsync(ct); // no way back
                    if (rows == 0)
                    {
                        return NotFound();
                    }

                    return new Order();
                }

                public IActionResult DeleteNow(int id)
                {
                    if (id > 3)
                    {
                        if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                        {
                            return NotFound();
                        }
                    } // only some
                    return NoContent();
                }
            }
            """);

    [Fact]
    public Task ResultOutsideOfAController_IsRepaired() =>
        RepairsAsync(
            """
            public static class Functions
            {
                public static async Task<IActionResult> Delete(Shop db, int id)
                {
                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    return new NoContentResult();
                }
            }
            """,
            """
            public static class Functions
            {
                public static async Task<IActionResult> Delete(Shop db, int id)
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        return new NotFoundResult();
                    }

                    return new NoContentResult();
                }
            }
            """);

    [Fact]
    public Task MinimalApiHandler_IsRepaired() =>
        RepairsAsync(
            """
            public static class Endpoints
            {
                public static void Map(WebApplication app)
                {
                    app.MapDelete("/lambda/{id}", async (int id, Shop db) =>
                    {
                        await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); // quick
                        return Results.NoContent();
                    });
                    app.MapDelete("/typed/{id}", async (int id, Shop db) =>
                    {
                        await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                        return TypedResults.NoContent();
                    });
                    app.MapDelete("/method/{id}", Delete);
                    app.MapDelete("/union/{id}", DeleteTyped);
                }

                private static async Task<IResult> Delete(int id, Shop db, SqliteConnection connection)
                {
                    await connection.[|ExecuteAsync|]("DELETE FROM Orders WHERE Id = @id", new { id });
                    return Results.NoContent();
                }

                private static async Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.NoContent, Microsoft.AspNetCore.Http.HttpResults.NotFound>> DeleteTyped(int id, Shop db)
                {
                    switch (id)
                    {
                        case 1:
                            await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                            break;
                    }

                    return TypedResults.NoContent();
                }
            }
            """,
            """
            public static class Endpoints
            {
                public static void Map(WebApplication app)
                {
                    app.MapDelete("/lambda/{id}", async (int id, Shop db) =>
                    {
                        // quick
                        if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                        {
                            return Results.NotFound();
                        }

                        return Results.NoContent();
                    });
                    app.MapDelete("/typed/{id}", async (int id, Shop db) =>
                    {
                        if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                        {
                            return Results.NotFound();
                        }

                        return TypedResults.NoContent();
                    });
                    app.MapDelete("/method/{id}", Delete);
                    app.MapDelete("/union/{id}", DeleteTyped);
                }

                private static async Task<IResult> Delete(int id, Shop db, SqliteConnection connection)
                {
                    if (await connection.ExecuteAsync("DELETE FROM Orders WHERE Id = @id", new { id }) == 0)
                    {
                        return Results.NotFound();
                    }

                    return Results.NoContent();
                }

                private static async Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.NoContent, Microsoft.AspNetCore.Http.HttpResults.NotFound>> DeleteTyped(int id, Shop db)
                {
                    switch (id)
                    {
                        case 1:
                            if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                            {
                                return TypedResults.NotFound();
                            }

                            break;
                    }

                    return TypedResults.NoContent();
                }
            }
            """);

    [Fact]
    public Task Service_IsRepaired() =>
        RepairsAsync(
            """
            public class Orders(Shop db, SqliteConnection connection)
            {
                public async Task DeleteAsync(int id)
                {
                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                }

                public void Delete(int id)
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                    command.Parameters.AddWithValue("@id", id);
                    command.[|ExecuteNonQuery|]();
                }

                public async ValueTask DeleteTwoAsync(int id, int number)
                {
                    var rows = 0;
                    await db.Lines
                        .Where(x => x.OrderId == id && x.Number == number)
                        .[|ExecuteDeleteAsync|]();
                    await db.Orders
                        .Where(x => x.Id == id + rows)
                        .[|ExecuteDeleteAsync|]();
                }

                public async Task StoredAsync(int id)
                {
                    var count = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); // how many
                    Console.WriteLine("deleted");
                }

                public Func<Task> Later(int id)
                {
                    return async () =>
                    {
                        await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    };
                }
            }
            """,
            """
            public class Orders(Shop db, SqliteConnection connection)
            {
                public async Task DeleteAsync(int id)
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public void Delete(int id)
                {
                    using var command = connection.CreateCommand();
                    command.CommandText = "DELETE FROM Orders WHERE Id = @id";
                    command.Parameters.AddWithValue("@id", id);
                    if (command.ExecuteNonQuery() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public async ValueTask DeleteTwoAsync(int id, int number)
                {
                    var rows = 0;
                    var deletedRows = await db.Lines
                        .Where(x => x.OrderId == id && x.Number == number)
                        .ExecuteDeleteAsync();
                    if (deletedRows == 0)
                    {
                        throw new KeyNotFoundException("OrderLine not found.");
                    }

                    var rowsDeleted = await db.Orders
                        .Where(x => x.Id == id + rows)
                        .ExecuteDeleteAsync();
                    if (rowsDeleted == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public async Task StoredAsync(int id)
                {
                    var count = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(); // how many
                    if (count == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }

                    Console.WriteLine("deleted");
                }

                public Func<Task> Later(int id)
                {
                    return async () =>
                    {
                        if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                        {
                            throw new KeyNotFoundException("Order not found.");
                        }
                    };
                }
            }
            """);

    [Fact]
    public Task MethodThatTellsSuccess_IsRepaired() =>
        RepairsAsync(
            """
            public class Orders(Shop db)
            {
                public async Task<bool> DeleteAsync(int id)
                {
                    // one order
                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    return true; // always
                }

                public bool Delete(int id)
                {
                    db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
                    Console.WriteLine("deleted");
                    return true;
                }

                public async Task<bool> StoredAsync(int id)
                {
                    var rows = await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    return true;
                }

                public bool Commented(int id)
                {
                    db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
                    // it worked
                    return true;
                }
            }
            """,
            """
            public class Orders(Shop db)
            {
                public async Task<bool> DeleteAsync(int id)
                {
                    // one order
                    return await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() > 0; // always
                }

                public bool Delete(int id)
                {
                    if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        return false;
                    }

                    Console.WriteLine("deleted");
                    return true;
                }

                public async Task<bool> StoredAsync(int id)
                {
                    var rows = await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync();
                    return rows > 0;
                }

                public bool Commented(int id)
                {
                    if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        return false;
                    }

                    // it worked
                    return true;
                }
            }
            """);

    [Fact]
    public Task FunctionThatDropsTheTask_IsRepaired() =>
        RepairsAsync(
            """
            public class Orders(Shop db) : IOrders
            {
                /// <summary>Deletes.</summary>
                public Task DeleteAsync(int id) => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); // one

                Task IOrders.RemoveAsync(int id) =>
                    db.Orders
                        .Where(x => x.Id == id)
                        .[|ExecuteDeleteAsync|]();

                public async Task AwaitedAsync(int id) => await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();

                public void Delete(int id) => db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();

                public Task ReturnedAsync(int id)
                {
                    if (id == 0)
                    {
                        return Task.CompletedTask; // nothing to do
                    }

                    // the rest
                    return db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                }

                public Task NestedAsync(int id)
                {
                    using (db)
                    {
                        return db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    }
                }

                public Func<Task> Later(int id) => () => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();

                public Task Local(int id)
                {
                    return Run();
                    Task Run() => db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                }
            }

            public interface IOrders { Task RemoveAsync(int id); }
            """,
            """
            public class Orders(Shop db) : IOrders
            {
                /// <summary>Deletes.</summary>
                public async Task DeleteAsync(int id)
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                } // one

                async Task IOrders.RemoveAsync(int id)
                {
                    var rows = await db.Orders
                        .Where(x => x.Id == id)
                        .ExecuteDeleteAsync();
                    if (rows == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public async Task AwaitedAsync(int id)
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public void Delete(int id)
                {
                    if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public async Task ReturnedAsync(int id)
                {
                    if (id == 0)
                    {
                        return; // nothing to do
                    }

                    // the rest
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                }

                public async Task NestedAsync(int id)
                {
                    using (db)
                    {
                        if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                        {
                            throw new KeyNotFoundException("Order not found.");
                        }

                        return;
                    }
                }

                public Func<Task> Later(int id) => async () =>
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        throw new KeyNotFoundException("Order not found.");
                    }
                };

                public Task Local(int id)
                {
                    return Run();
                    async Task Run()
                    {
                        if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                        {
                            throw new KeyNotFoundException("Order not found.");
                        }
                    }
                }
            }

            public interface IOrders { Task RemoveAsync(int id); }
            """);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(
            DeleteCode.Usings + before + "\n" + DeleteCode.Model, DeleteCode.Usings + after + "\n" + DeleteCode.Model);
}
