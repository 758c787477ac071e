using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

/// <summary>Checks and acts outside of databases, and what keeps others out.</summary>
public class CheckThenActStoreTests
{
    private const string Stores = """
        namespace Azure { public class Response<T>(T value) { public T Value => value; public static implicit operator T(Response<T> response) => response.Value; } public class RequestFailedException : System.Exception { } }
        namespace Azure.Storage.Blobs
        {
            public class BlobClient : Specialized.BlobBaseClient { }
            namespace Specialized
            {
                public class BlobBaseClient
                {
                    public System.Threading.Tasks.Task<Azure.Response<bool>> ExistsAsync() => throw new System.NotSupportedException();
                    public System.Threading.Tasks.Task<object> DeleteAsync() => throw new System.NotSupportedException();
                    public System.Threading.Tasks.Task<Azure.Response<bool>> DeleteIfExistsAsync() => throw new System.NotSupportedException();
                }
            }
        }
        namespace StackExchange.Redis
        {
            public interface IDatabase { bool KeyExists(string key); bool KeyDelete(string key); bool StringSet(string key, string value); }
        }
        """;

    [Theory]
    [InlineData("if (_map.ContainsKey(name)) { _map.[|TryRemove|](name, out var old); Console.WriteLine(old); }")]
    [InlineData("if (!_map.ContainsKey(name)) return false; _map.[|TryRemove|](name, out _); return true;")]
    [InlineData("if (_map.ContainsKey(name)) return false; [|_map[name]|] = 3; return true;")]
    [InlineData("if (_map.ContainsKey(name)) throw new ArgumentException(name); _map.[|TryAdd|](name, 3);")]
    [InlineData("if (s_map.ContainsKey(name)) { s_map.[|Remove|](name); }")]
    [Clause(RuleIds.CheckThenAct, "map", Verdict.Reports)]
    public Task SharedMap_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("if (!_map.ContainsKey(name)) { _map.[|TryAdd|](name, value); }")]
    [InlineData("if (s_map.ContainsKey(name)) throw new ArgumentException(name); s_map.[|Add|](name, value);")]
    [Clause(RuleIds.CheckThenAct, "memoization", Verdict.Reports)]
    public Task GivenValue_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var map = new ConcurrentDictionary<string, int>(); if (map.ContainsKey(name)) { map.TryRemove(name, out _); }")]
    [InlineData("if (_own.ContainsKey(name)) { _own.Remove(name); }")]
    [InlineData("if (t_map.ContainsKey(name)) { t_map.Remove(name); }")]
    [InlineData("if (_map.ContainsKey(name)) return _map.TryRemove(name, out _);")]
    [InlineData("if (_map.ContainsKey(name) && _map.TryRemove(name, out var old)) { Console.WriteLine(old); }")]
    [InlineData("if (_map.ContainsKey(name)) { _map.TryRemove(name + \"x\", out _); }")]
    [Clause(RuleIds.CheckThenAct, "map", Verdict.IsSilent)]
    public Task OtherMap_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (!_map.ContainsKey(name)) { _map[name] = name.Length; }")]
    [InlineData("if (!_map.TryGetValue(name, out var known)) { known = name.Length; _map[name] = known; }")]
    [InlineData("if (!s_map.ContainsKey(name)) s_map.Add(name, Compute(name));")]
    [InlineData("if (!File.Exists(name)) File.WriteAllText(name, \"{}\"); ")]
    [InlineData("if (File.Exists(name)) { Console.WriteLine(File.ReadAllText(name)); return true; } File.WriteAllText(name, \"{}\"); return true;")]
    [Clause(RuleIds.CheckThenAct, "memoization", Verdict.IsSilent)]
    public Task Memoization_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (File.Exists(name)) File.[|Delete|](name);")]
    [InlineData("if (!File.Exists(Path.Combine(\"a\", name))) return false; File.[|Delete|](Path.Combine(\"a\", name)); return true;")]
    [InlineData("var file = new FileInfo(name); if (file.Exists) { file.[|Delete|](); }")]
    [InlineData("if (Directory.Exists(name)) { Directory.[|Delete|](name, recursive: true); }")]
    [InlineData("if (File.Exists(name)) return false; File.[|WriteAllText|](name, \"x\"); return true;")]
    [InlineData("if (File.Exists(name)) throw new ArgumentException(name); using var stream = new [|FileStream|](name, FileMode.Create);")]
    [InlineData("if (File.Exists(name)) return false; File.[|Move|](\"a\", name, overwrite: true);")]
    [Clause(RuleIds.CheckThenAct, "file", Verdict.Reports)]
    public Task File_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("var own = Path.GetTempFileName(); Console.WriteLine(own); if (File.Exists(name)) File.[|Delete|](name);")]
    [InlineData("var template = Path.Combine(\"templates\", name); if (File.Exists(template)) File.[|Delete|](template);")]
    [Clause(RuleIds.CheckThenAct, "own-temporary", Verdict.Reports)]
    public Task FileBesideATemporaryOne_Reports(string body) => ReportsAsync(body);

    [Fact]
    [Clause(RuleIds.CheckThenAct, "clean-up", Verdict.Reports)]
    public Task CodeBesideCleanUp_Reports() =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(In("Withdraw(name); Purge(name);", "void Withdraw(string name) { if (File.Exists(name)) File.[|Delete|](name); } void Purge(string name) { if (File.Exists(name)) File.Delete(name); }"));

    [Theory]
    [InlineData("File.Delete(name);")]
    [InlineData("if (File.Exists(name)) File.Delete(name + \".bak\");")]
    [InlineData("if (!Directory.Exists(name)) Directory.CreateDirectory(name);")]
    [InlineData("if (File.Exists(name)) return false; using var stream = new FileStream(name, FileMode.CreateNew);")]
    [InlineData("if (File.Exists(name)) return false; File.Move(\"a\", name);")]
    [InlineData("if (File.Exists(name)) File.Delete(name); File.Copy(\"a\", name);")]
    [InlineData("while (File.Exists(name)) name += \"x\"; File.WriteAllText(name, \"x\");")]
    [Clause(RuleIds.CheckThenAct, "file", Verdict.IsSilent)]
    public Task OtherFile_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("var path = Path.GetTempFileName(); Console.WriteLine(path); if (File.Exists(path)) File.Delete(path);")]
    [InlineData("var path = Path.Combine(Path.GetTempPath(), name); if (File.Exists(path)) File.Delete(path);")]
    [InlineData("var tempFile = name; if (File.Exists(tempFile)) File.Delete(tempFile);")]
    [InlineData("var folder = Path.GetRandomFileName(); var path = Path.Combine(folder, name); if (Directory.Exists(path)) Directory.Delete(path, true);")]
    [Clause(RuleIds.CheckThenAct, "own-temporary", Verdict.IsSilent)]
    public Task OwnTemporaryFile_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("if (await blob.ExistsAsync()) await blob.[|DeleteAsync|]();")]
    [InlineData("if (!(await blob.ExistsAsync()).Value) return false; await blob.[|DeleteAsync|]();")]
    [InlineData("if (redis.KeyExists(name)) redis.[|KeyDelete|](name);")]
    [InlineData("if (redis.KeyExists(name)) return false; redis.[|StringSet|](name, \"1\");")]
    [Clause(RuleIds.CheckThenAct, "blob", Verdict.Reports)]
    public Task BlobOrCacheKey_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await blob.DeleteIfExistsAsync();")]
    [InlineData("if (await blob.ExistsAsync()) { try { await blob.DeleteAsync(); } catch (Azure.RequestFailedException) { return false; } }")]
    [InlineData("if (redis.KeyExists(name)) return redis.KeyDelete(name);")]
    [InlineData("if (redis.KeyExists(name)) redis.KeyDelete(name + \":lock\");")]
    [Clause(RuleIds.CheckThenAct, "blob", Verdict.IsSilent)]
    public Task OtherBlobOrCacheKey_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("lock (_map) { if (_map.ContainsKey(name)) { _map.TryRemove(name, out var old); Console.WriteLine(old); } }")]
    [InlineData("await _gate.WaitAsync(); try { if (s_map.ContainsKey(name)) s_map.Remove(name); } finally { _gate.Release(); }")]
    [InlineData("System.Threading.Monitor.Enter(s_map); if (s_map.ContainsKey(name)) s_map.Remove(name);")]
    [InlineData("await using (await locks.AcquireLockAsync(name)) { if (File.Exists(name)) File.Delete(name); }")]
    [InlineData("lock (_map) { Delete(); } void Delete() { if (s_map.ContainsKey(name)) s_map.Remove(name); }")]
    [Clause(RuleIds.CheckThenAct, "lock", Verdict.IsSilent)]
    public Task Locked_IsSilent(string body) => IsSilentAsync(body);

    [Fact]
    [Clause(RuleIds.CheckThenAct, "lock", Verdict.IsSilent)]
    public Task LockedByAllCallers_IsSilent() =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(In(
            "lock (s_map) DeleteCore(name);",
            "void DeleteCore(string name) { if (s_map.ContainsKey(name)) s_map.Remove(name); } void Other(string name) { lock (s_map) { if (name.Length > 3) DeleteCore(name); } }"));

    [Theory]
    [InlineData("lock (_map) Console.WriteLine(); if (_map.ContainsKey(name)) _map.[|TryRemove|](name, out _);", "")]
    [InlineData("lock (s_map) DeleteCore(name);", "void DeleteCore(string name) { if (s_map.ContainsKey(name)) s_map.[|Remove|](name); } void Other(string name) { DeleteCore(name); }")]
    [Clause(RuleIds.CheckThenAct, "lock", Verdict.Reports)]
    public Task LockElsewhere_Reports(string body, string member) => Verify<CheckThenActAnalyzer>.ReportsAsync(In(body, member));

    [Theory]
    [InlineData("try { if (File.Exists(name)) File.Delete(name); } catch (IOException) { return false; }")]
    [InlineData("try { if (Directory.Exists(name)) Directory.Delete(name); } catch (Exception e) { Console.WriteLine(e); }")]
    [InlineData("try { if (File.Exists(name)) return false; File.WriteAllText(name, \"\"); } catch (UnauthorizedAccessException) { }")]
    [Clause(RuleIds.CheckThenAct, "handled", Verdict.IsSilent)]
    public Task HandledException_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("try { if (File.Exists(name)) File.[|Delete|](name); } catch (FormatException) { return false; }")]
    [InlineData("try { if (File.Exists(name)) File.[|Delete|](name); } catch (Exception e) { Console.WriteLine(e); throw; }")]
    [InlineData("try { Console.WriteLine(); } catch (IOException) { if (name.Length > 3) return false; } if (Directory.Exists(name)) Directory.[|Delete|](name);")]
    [Clause(RuleIds.CheckThenAct, "handled", Verdict.Reports)]
    public Task OtherException_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("public void Dispose() { if (File.Exists(\"a\")) File.Delete(\"a\"); }")]
    [InlineData("public void CleanUp() { if (s_map.ContainsKey(\"a\")) s_map.Remove(\"a\"); }")]
    [InlineData("public void Run() { try { Console.WriteLine(); } finally { if (File.Exists(\"a\")) File.Delete(\"a\"); } }")]
    [Clause(RuleIds.CheckThenAct, "clean-up", Verdict.IsSilent)]
    public Task CleanUp_IsSilent(string member) => Verify<CheckThenActAnalyzer>.IsSilentAsync(In("", member));

    [Theory]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable); ")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled); ")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeOption.Required, new System.Transactions.TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.Serializable }); ")]
    [InlineData("await db.Database.ExecuteSqlAsync($\"SELECT pg_advisory_xact_lock({id})\"); ")]
    [Clause(RuleIds.CheckThenAct, "serializable", Verdict.IsSilent)]
    public Task Serializable_IsSilent(string before) =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.In(before + "if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id).ExecuteDeleteAsync(ct);"));

    [Theory]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(); ")]
    [InlineData("await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted); ")]
    [InlineData("using var scope = new System.Transactions.TransactionScope(System.Transactions.TransactionScopeOption.Required, new System.Transactions.TransactionOptions { IsolationLevel = System.Transactions.IsolationLevel.ReadCommitted }); ")]
    [Clause(RuleIds.CheckThenAct, "serializable", Verdict.Reports)]
    public Task OtherTransaction_Reports(string before) =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(DeleteCode.In(before + "if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id).[|ExecuteDeleteAsync|](ct);"));

    [Fact]
    [Clause(RuleIds.CheckThenAct, "token", Verdict.IsSilent)]
    public Task Token_IsSilent() =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.In(
            "if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id && x.Version == 3).ExecuteDeleteAsync(ct);"));

    [Fact]
    [Clause(RuleIds.CheckThenAct, "token", Verdict.Reports)]
    public Task OtherMemberThanAToken_Reports() =>
        Verify<CheckThenActAnalyzer>.ReportsAsync(DeleteCode.In(
            "if (!await db.Orders.AnyAsync(x => x.Id == id)) return; await db.Orders.Where(x => x.Id == id && x.Total == 3).[|ExecuteDeleteAsync|](ct);"));

    [Theory]
    [InlineData("try { db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct); } catch (DbUpdateException) { throw new InvalidOperationException(name); }")]
    [InlineData("db.Coupons.Add(new Coupon { Code = name }); try { await db.SaveChangesAsync(ct); } catch (DbUpdateException e) when (e.InnerException is SqliteException) { return; }")]
    [Clause(RuleIds.CheckThenAct, "handled", Verdict.IsSilent)]
    public Task HandledViolation_IsSilent(string act) =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(DeleteCode.In("if (await db.Coupons.AnyAsync(x => x.Code == name)) return; " + act));

    [Fact]
    [Clause(RuleIds.CheckThenAct, "handled", Verdict.IsSilent)]
    public Task ViolationHandledForAllRequests_IsSilent() =>
        Verify<CheckThenActAnalyzer>.IsSilentAsync(
            DeleteCode.In("if (await db.Coupons.AnyAsync(x => x.Code == name)) return; db.Coupons.Add(new Coupon { Code = name }); await db.SaveChangesAsync(ct);")
            + """

            public class Violations : Microsoft.AspNetCore.Diagnostics.IExceptionHandler
            {
                public ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellation)
                {
                    if (exception is not DbUpdateException)
                        return ValueTask.FromResult(false);
                    context.Response.StatusCode = 409;
                    return ValueTask.FromResult(true);
                }
            }
            """);

    private static string In(string body, string member = "") => $$"""
        {{DeleteCode.Usings}}
        public interface ILocks { Task<IAsyncDisposable> AcquireLockAsync(string name); }
        public class Store(Azure.Storage.Blobs.BlobClient blob, StackExchange.Redis.IDatabase redis, ILocks locks)
        {
            private static readonly Dictionary<string, int> s_map = new();
            [ThreadStatic] private static Dictionary<string, int> t_map = new();
            private readonly ConcurrentDictionary<string, int> _map = new();
            private readonly Dictionary<string, int> _own = new();
            private readonly SemaphoreSlim _gate = new(1);

            public async Task<bool> RunAsync(string name, int value)
            {
                await Task.Yield();
                {{body}}
                return true;
            }

            {{member}}

            private int Compute(string name) => name.Length + _own.Count + _map.Count + t_map.Count + _gate.CurrentCount;
            private object Use() => (blob, redis, locks);
        }
        {{Stores}}
        """;

    private static Task ReportsAsync(string body) => Verify<CheckThenActAnalyzer>.ReportsAsync(In(body));

    private static Task IsSilentAsync(string body) => Verify<CheckThenActAnalyzer>.IsSilentAsync(In(body));
}
