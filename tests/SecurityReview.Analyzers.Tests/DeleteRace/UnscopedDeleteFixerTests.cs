using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class UnscopedDeleteFixerTests
{
    private const string Notes = """

        public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; public int Size { get; set; } }
        public class Notes : DbContext { public DbSet<Note> All => Set<Note>(); }
        """;

    [Fact]
    public Task CallerAtHand_IsCompared() =>
        VerifyFix<UnscopedDeleteAnalyzer, UnscopedDeleteFixer>.RepairsAsync(
            In("""
                public async Task<IActionResult> Delete(int id)
                {
                    var userId = User.FindFirst("sub")!.Value;
                    Console.WriteLine(userId);
                    return await db.All.Where(note => note.Id == id).[|ExecuteDeleteAsync|]() == 0 ? NotFound() : NoContent();
                }

                public async Task<IActionResult> DeleteSized(int id)
                {
                    string me = User.FindFirst("sub")!.Value;
                    Console.WriteLine(me);
                    var rows = await db.All
                        .Where(note => note.Id == id && (note.Size == 3 || note.Size == 4)) // only these
                        .[|ExecuteDeleteAsync|]();
                    return Ok(rows);
                }
                """),
            In("""
                public async Task<IActionResult> Delete(int id)
                {
                    var userId = User.FindFirst("sub")!.Value;
                    Console.WriteLine(userId);
                    return await db.All.Where(note => note.Id == id && note.UserId == userId).ExecuteDeleteAsync() == 0 ? NotFound() : NoContent();
                }

                public async Task<IActionResult> DeleteSized(int id)
                {
                    string me = User.FindFirst("sub")!.Value;
                    Console.WriteLine(me);
                    var rows = await db.All
                        .Where(note => note.Id == id && (note.Size == 3 || note.Size == 4) && note.UserId == me) // only these
                        .ExecuteDeleteAsync();
                    return Ok(rows);
                }
                """));

    [Theory]
    [InlineData("public Task<int> Delete(int id) => db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|]();")]
    [InlineData("public Task<int> Delete(int id, string userId) { Console.WriteLine(userId); return db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    [InlineData("public Task<int> Delete() => db.All.[|ExecuteDeleteAsync|]();")]
    [InlineData("public Task<int> Delete(int id) { var tenantId = User.FindFirst(\"tenant\")!.Value; Console.WriteLine(tenantId); return db.All.Where(x => x.Id == id).[|ExecuteDeleteAsync|](); }")]
    public Task WithoutTheCallersValue_HasNoRepair(string member) => VerifyFix<UnscopedDeleteAnalyzer, UnscopedDeleteFixer>.OffersNothingAsync(In(member));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings() =>
        NullKeyFixAll<UnscopedDeleteAnalyzer, UnscopedDeleteFixer>.RepairsAsync(
            In("public Task<int> Delete() => db.All.ExecuteDeleteAsync();\n    public Task<int> Delete(int id)\n    {\n        var userId = User.FindFirst(\"sub\")!.Value;\n        return db.All.Where(note => note.Id == id).ExecuteDeleteAsync();\n    }"),
            In("public Task<int> Delete() => db.All.ExecuteDeleteAsync();\n    public Task<int> Delete(int id)\n    {\n        var userId = User.FindFirst(\"sub\")!.Value;\n        return db.All.Where(note => note.Id == id && note.UserId == userId).ExecuteDeleteAsync();\n    }"));

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<UnscopedDeleteFixer>(DeleteCode.Usings + "class C { void M(Shop db) { db.Orders.Where(x => ).ExecuteDelete(; } }", RuleIds.UnscopedDelete);

    private static string In(string members) => $$"""
        {{DeleteCode.Usings}}
        public class NotesController(Notes db) : ControllerBase
        {
            {{members}}
        }
        {{Notes}}
        """;
}
