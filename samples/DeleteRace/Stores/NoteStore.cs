using System.Threading;
using System.Threading.Tasks;
using MongoDB.Bson;
using MongoDB.Driver;

namespace Tickets.Stores;

public record Note(ObjectId Id, string Text);

public class NoteStore(IMongoCollection<Note> notes)
{
    public async Task DeleteAsync(string id, CancellationToken ct)
    {
        var key = ObjectId.Parse(id);
        await notes.DeleteOneAsync(n => n.Id == key, ct); // expect SECR4001
    }

    public async Task<bool> TryDeleteAsync(string id, CancellationToken ct)
    {
        var outcome = await notes.DeleteOneAsync(Builders<Note>.Filter.Eq(n => n.Id, ObjectId.Parse(id)), ct); // right
        return outcome.DeletedCount > 0;
    }
}
