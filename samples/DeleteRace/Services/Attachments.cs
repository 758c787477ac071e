using System.Collections.Concurrent;
using System.IO;

namespace Tickets.Services;

public class Attachments(string root)
{
    private readonly ConcurrentDictionary<string, long> _sizes = new();

    public void Delete(string name)
    {
        var path = Path.Combine(root, Path.GetFileName(name));
        if (File.Exists(path))
            File.Delete(path); // expect SECR4002
    }

    public void DeleteAtOnce(string name) => File.Delete(Path.Combine(root, Path.GetFileName(name))); // right

    public long Forget(string name)
    {
        if (!_sizes.ContainsKey(name))
            return 0;
        _sizes.TryRemove(name, out var size); // expect SECR4002
        return size;
    }

    public bool ForgetAtOnce(string name) => _sizes.TryRemove(name, out _); // right
}
