using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>The repair of deletes that give a flag, or a result that holds the count.</summary>
public class DeleteOutcomeResultFixerTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using MongoDB.Driver;
        using StackExchange.Redis;

        public class Note { public Guid Id { get; set; } public string Owner { get; set; } = ""; }

        """;

    [Fact]
    public Task ResultWithACount_IsRepaired() =>
        RepairsAsync(
            """
            public class NotesController(IMongoCollection<Note> notes) : ControllerBase
            {
                public async Task<IActionResult> Delete(Guid id, CancellationToken ct)
                {
                    await notes.[|DeleteOneAsync|](note => note.Id == id, ct);
                    return NoContent();
                }

                public IActionResult DeleteNow(Guid id)
                {
                    notes.[|DeleteOne|](note => note.Id == id);
                    return NoContent();
                }

                public async Task<IActionResult> DeleteStored(Guid id)
                {
                    var answer = await notes.[|DeleteOneAsync|](note => note.Id == id);
                    return NoContent();
                }
            }

            public class NoteStore(IMongoCollection<Note> notes)
            {
                public async Task<bool> DeleteAsync(Guid id)
                {
                    await notes.[|DeleteOneAsync|](note => note.Id == id);
                    return true;
                }

                public async Task DeleteLongAsync(Guid id)
                {
                    await notes.[|DeleteOneAsync|](
                        note => note.Id == id);
                }

                public Task DropAsync(Guid id) => notes.[|DeleteOneAsync|](note => note.Id == id);
            }
            """,
            """
            public class NotesController(IMongoCollection<Note> notes) : ControllerBase
            {
                public async Task<IActionResult> Delete(Guid id, CancellationToken ct)
                {
                    if ((await notes.DeleteOneAsync(note => note.Id == id, ct)).DeletedCount == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }

                public IActionResult DeleteNow(Guid id)
                {
                    if (notes.DeleteOne(note => note.Id == id).DeletedCount == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }

                public async Task<IActionResult> DeleteStored(Guid id)
                {
                    var answer = await notes.DeleteOneAsync(note => note.Id == id);
                    if (answer.DeletedCount == 0)
                    {
                        return NotFound();
                    }

                    return NoContent();
                }
            }

            public class NoteStore(IMongoCollection<Note> notes)
            {
                public async Task<bool> DeleteAsync(Guid id)
                {
                    return (await notes.DeleteOneAsync(note => note.Id == id)).DeletedCount > 0;
                }

                public async Task DeleteLongAsync(Guid id)
                {
                    var result = await notes.DeleteOneAsync(
                        note => note.Id == id);
                    if (result.DeletedCount == 0)
                    {
                        throw new KeyNotFoundException("Note not found.");
                    }
                }

                public async Task DropAsync(Guid id)
                {
                    if ((await notes.DeleteOneAsync(note => note.Id == id)).DeletedCount == 0)
                    {
                        throw new KeyNotFoundException("Note not found.");
                    }
                }
            }
            """);

    [Fact]
    public Task Flag_IsRepaired() =>
        RepairsAsync(
            """
            public class BasketStore(IDatabase redis, LiteDB.ILiteCollection<Note> notes)
            {
                public async Task DeleteAsync(string id)
                {
                    // the basket goes
                    await redis.[|KeyDeleteAsync|]("basket:" + id).ConfigureAwait(false);
                }

                public bool Delete(Guid id)
                {
                    notes.[|Delete|](id);
                    return true;
                }

                public async Task<bool> DeleteStoredAsync(string id)
                {
                    var gone = await redis.[|KeyDeleteAsync|](id);
                    return true;
                }

                public async Task<bool> DeleteLongAsync(string id)
                {
                    await redis.[|KeyDeleteAsync|](
                        "basket:" + id);
                    Console.WriteLine(id);
                    return true;
                }

                public void Drop(Guid id) => notes.[|Delete|](id);
            }

            public static class Endpoints
            {
                public static void Map(WebApplication app) =>
                    app.MapDelete("/notes/{id}", (Guid id, LiteDB.ILiteCollection<Note> notes) =>
                    {
                        notes.[|Delete|](id);
                        return Results.NoContent();
                    });
            }
            """,
            """
            public class BasketStore(IDatabase redis, LiteDB.ILiteCollection<Note> notes)
            {
                public async Task DeleteAsync(string id)
                {
                    // the basket goes
                    if (!await redis.KeyDeleteAsync("basket:" + id).ConfigureAwait(false))
                    {
                        throw new KeyNotFoundException("Record not found.");
                    }
                }

                public bool Delete(Guid id)
                {
                    return notes.Delete(id);
                }

                public async Task<bool> DeleteStoredAsync(string id)
                {
                    var gone = await redis.KeyDeleteAsync(id);
                    return gone;
                }

                public async Task<bool> DeleteLongAsync(string id)
                {
                    var deleted = await redis.KeyDeleteAsync(
                        "basket:" + id);
                    if (!deleted)
                    {
                        return false;
                    }

                    Console.WriteLine(id);
                    return true;
                }

                public void Drop(Guid id)
                {
                    if (!notes.Delete(id))
                    {
                        throw new KeyNotFoundException("Note not found.");
                    }
                }
            }

            public static class Endpoints
            {
                public static void Map(WebApplication app) =>
                    app.MapDelete("/notes/{id}", (Guid id, LiteDB.ILiteCollection<Note> notes) =>
                    {
                        if (!notes.Delete(id))
                        {
                            return Results.NotFound();
                        }

                        return Results.NoContent();
                    });
            }
            """);

    [Fact]
    public Task ResultOfAnIdentityManager_OffersNothing() =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.OffersNothingAsync(
            """
            using System.Threading.Tasks;
            using Microsoft.AspNetCore.Identity;

            public class Accounts(UserManager<IdentityUser> users)
            {
                public async Task DeleteAsync(IdentityUser user) => await users.[|DeleteAsync|](user);
            }
            """);

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<DeleteOutcomeFixer>(
            Usings + "class C { async Task M(IMongoCollection<Note> notes, IDatabase redis, Guid id) { await notes.DeleteOneAsync(x => x.Id == id; return redis.KeyDelete(\"a\" ; var x = await notes.DeleteOneAsync( } }",
            RuleIds.DeleteOutcomeIgnored);

    private static Task RepairsAsync(string before, string after) =>
        VerifyFix<DeleteOutcomeAnalyzer, DeleteOutcomeFixer>.RepairsAsync(Usings + before + "\n", Usings + after + "\n");
}
