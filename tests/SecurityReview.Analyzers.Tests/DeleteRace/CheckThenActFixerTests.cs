using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>The act takes the place of the check.</summary>
public class CheckThenActFixerTests
{
    [Fact]
    public Task CheckedDelete_IsRepaired() =>
        RepairsAsync(
            """
            public class OrdersController(Shop db, SqliteConnection connection) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    // only what is there
                    if (!await db.Orders.AnyAsync(x => x.Id == id, ct))
                        return NotFound();

                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);
                    return NoContent();
                }

                public async Task<IActionResult> DeleteStored(int id)
                {
                    var exists = await db.Orders.AnyAsync(x => x.Id == id);
                    if (!exists)
                    {
                        return NotFound();
                    }

                    await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();
                    return NoContent();
                }

                public async Task<bool> DeleteRow(int id)
                {
                    if (await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM Orders WHERE Id = @id", new { id }) > 0)
                    {
                        await connection.[|ExecuteAsync|]("DELETE FROM Orders WHERE Id = @id", new { id });
                        return true;
                    }

                    return false;
                }

                public void DeleteIfThere(int id)
                {
                    if (db.Orders.Any(x => x.Id == id))
                    {
                        db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
                    }
                }

                public void DeleteOrTell(int id)
                {
                    if (db.Orders.Any(x => x.Id == id))
                    {
                        db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
                    }
                    else
                    {
                        Console.WriteLine("nothing there");
                    }
                }

                public string DeleteOrExplain(int id)
                {
                    if (db.Orders.Count(x => x.Id == id) == 0)
                    {
                        return "nothing there";
                    }
                    else
                    {
                        db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();
                        return "gone";
                    }
                }
            }
            """,
            """
            public class OrdersController(Shop db, SqliteConnection connection) : ControllerBase
            {
                public async Task<IActionResult> Delete(int id, CancellationToken ct)
                {
                    // only what is there
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct) == 0)
                        return NotFound();
                    return NoContent();
                }

                public async Task<IActionResult> DeleteStored(int id)
                {
                    if (await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync() == 0)
                    {
                        return NotFound();
                    }
                    return NoContent();
                }

                public async Task<bool> DeleteRow(int id)
                {
                    if (await connection.ExecuteAsync("DELETE FROM Orders WHERE Id = @id", new { id }) > 0)
                    {
                        return true;
                    }

                    return false;
                }

                public void DeleteIfThere(int id)
                {
                    _ = db.Orders.Where(x => x.Id == id).ExecuteDelete();
                }

                public void DeleteOrTell(int id)
                {
                    if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        Console.WriteLine("nothing there");
                    }
                }

                public string DeleteOrExplain(int id)
                {
                    if (db.Orders.Where(x => x.Id == id).ExecuteDelete() == 0)
                    {
                        return "nothing there";
                    }
                    else
                    {
                        return "gone";
                    }
                }
            }
            """);

    [Fact]
    public Task FilesAndMaps_AreRepaired() =>
        RepairsAsync(
            """
            public class Store
            {
                private readonly ConcurrentDictionary<string, int> _map = new();

                public void DeleteFile(string path)
                {
                    if (File.Exists(path))
                        File.[|Delete|](path);
                }

                public void Forget(string name)
                {
                    if (_map.ContainsKey(name))
                    {
                        _map.[|TryRemove|](name, out var old);
                        Console.WriteLine(old);
                    }
                }

                public bool ForgetOrNot(string name)
                {
                    if (!_map.ContainsKey(name))
                        return false;
                    _map.[|TryRemove|](name, out _);
                    return true;
                }

                public void Register(string name, int value)
                {
                    if (_map.ContainsKey(name))
                        throw new ArgumentException(name);
                    [|_map[name]|] = value;
                }

                public void RegisterOnce(string name, int value)
                {
                    if (!_map.ContainsKey(name))
                    {
                        _map.[|TryAdd|](name, value);
                    }
                }

                public bool Save(string path)
                {
                    if (File.Exists(path))
                        return false;
                    using var stream = new [|FileStream|](path, FileMode.Create);
                    return true;
                }
            }
            """,
            """
            public class Store
            {
                private readonly ConcurrentDictionary<string, int> _map = new();

                public void DeleteFile(string path)
                {
                    File.Delete(path);
                }

                public void Forget(string name)
                {
                    if (_map.TryRemove(name, out var old))
                    {
                        Console.WriteLine(old);
                    }
                }

                public bool ForgetOrNot(string name)
                {
                    if (!_map.TryRemove(name, out _))
                        return false;
                    return true;
                }

                public void Register(string name, int value)
                {
                    if (!_map.TryAdd(name, value))
                        throw new ArgumentException(name);
                }

                public void RegisterOnce(string name, int value)
                {
                    _map.TryAdd(name, value);
                }

                public bool Save(string path)
                {
                    if (File.Exists(path))
                        return false;
                    using var stream = new FileStream(path, FileMode.CreateNew);
                    return true;
                }
            }
            """);

    [Fact]
    public Task InsertOfAUniqueKey_IsRepaired() =>
        RepairsAsync(
            """
            public class CouponsController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Create(string code, CancellationToken ct)
                {
                    if (await db.Coupons.AnyAsync(x => x.Code == code, ct))
                        return Conflict();
                    db.Coupons.[|Add|](new Coupon { Code = code });
                    await db.SaveChangesAsync(ct);
                    return NoContent();
                }
            }
            """,
            """
            public class CouponsController(Shop db) : ControllerBase
            {
                public async Task<IActionResult> Create(string code, CancellationToken ct)
                {
                    if (await db.Coupons.AnyAsync(x => x.Code == code, ct))
                        return Conflict();
                    db.Coupons.Add(new Coupon { Code = code });
                    try
                    {
                        await db.SaveChangesAsync(ct);
                    }
                    catch (DbUpdateException)
                    {
                        return Conflict();
                    }
                    return NoContent();
                }
            }
            """);

    [Theory]
    [InlineData("if (!db.Orders.Any(x => x.Id == id)) return; logger.LogInformation(\"going\"); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("if (id > 3 && db.Orders.Any(x => x.Id == id)) db.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    [InlineData("if (db.Orders.Any(x => x.Id == id)) { logger.LogInformation(\"going\"); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }")]
    [InlineData("if (!db.Orders.Any(x => x.Id == id)) logger.LogInformation(\"no\"); else { logger.LogInformation(\"going\"); db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); }")]
    [InlineData("if (File.Exists(name)) { File.[|Delete|](name); logger.LogInformation(\"gone\"); }")]
    [InlineData("if (Directory.Exists(name)) Directory.[|Delete|](name);")]
    [InlineData("var exists = db.Orders.Any(x => x.Id == id); if (!exists) return; db.Orders.Where(x => x.Id == id).[|ExecuteDelete|](); logger.LogInformation(\"{Exists}\", exists);")]
    [InlineData("if (db.Coupons.Any(x => x.Campaign == name)) return; db.Coupons.[|Add|](new Coupon { Campaign = name }); db.SaveChanges();")]
    [InlineData("if (!db.Coupons.Any(x => x.Code == name)) { db.Coupons.[|Add|](new Coupon { Code = name }); db.SaveChanges(); }")]
    [InlineData("if (!db.Orders.Any(x => x.Id == id)) return;\n// for good\ndb.Orders.Where(x => x.Id == id).[|ExecuteDelete|]();")]
    public Task OtherShape_HasNoRepair(string body) =>
        VerifyFix<CheckThenActAnalyzer, CheckThenActFixer>.OffersNothingAsync(DeleteCode.In(body));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<CheckThenActAnalyzer, CheckThenActFixer>.RepairsAsync(
            DeleteCode.In("if (Directory.Exists(name)) Directory.Delete(name);\n        if (File.Exists(name))\n            File.Delete(name);"),
            DeleteCode.In("if (Directory.Exists(name)) Directory.Delete(name);\n        File.Delete(name);"));

    [Fact]
    public Task TopLevelStatements_AreRepaired() =>
        VerifyFix<CheckThenActAnalyzer, CheckThenActFixer>.RepairsAsync(
            DeleteCode.Usings + """
            var shop = new Shop();
            if (!shop.Orders.Any(x => x.Id == 1))
                return;
            shop.Orders.Where(x => x.Id == 1).[|ExecuteDelete|]();
            Console.WriteLine("gone");

            """ + DeleteCode.Model,
            DeleteCode.Usings + """
            var shop = new Shop();
            if (shop.Orders.Where(x => x.Id == 1).ExecuteDelete() == 0)
                return;
            Console.WriteLine("gone");

            """ + DeleteCode.Model,
            Setting.Program);

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<CheckThenActFixer>(
            DeleteCode.Usings + "class C { void M(Shop db) { if (!db.Orders.Any(x => x.Id == 1) return; db.Orders.Where(x => ).ExecuteDelete(; } }", RuleIds.CheckThenAct);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<CheckThenActAnalyzer, CheckThenActFixer>.RepairsAsync($"{DeleteCode.Usings}{before}\n{DeleteCode.Model}", $"{DeleteCode.Usings}{after}\n{DeleteCode.Model}");
}
