using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SecurityReview.Analyzers.Tests.DeleteRace.Behaviour;

/// <summary>A compiled program whose clients share one database file, each with a connection and a thread of its own.</summary>
internal sealed class RacingProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new("race", isCollectible: true);
    private readonly Type _program;

    public RacingProgram(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error)) + "\n" + compilation.SyntaxTrees.Last());
        image.Position = 0;
        _program = _context.LoadFromStream(image).GetType("Program")!;
    }

    /// <summary>Two clients that act at once. Where both read first, none goes on before the other has read.</summary>
    /// <returns>What each was told, or the type of the exception that it got, in alphabetical order; then the counts of all tables.</returns>
    public async Task<(string[] Answers, string Tables)> RaceAsync()
    {
        using var database = new RaceDatabase();
        Call("Prepare", database.ConnectionString, new NoInterception());
        using var both = new Barrier(2);
        var clients = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () => AnswerOf(database, new MeetingPoint(both)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());
        var answers = await Task.WhenAll(clients);
        return ([.. answers.Order(StringComparer.Ordinal)], database.Tables());
    }

    /// <summary>One client, with another that looks at the tables right behind its first delete.</summary>
    /// <returns>What the other saw, and what was there in the end.</returns>
    public async Task<(string Between, string After)> WatchAsync()
    {
        using var database = new RaceDatabase();
        Call("Prepare", database.ConnectionString, new NoInterception());
        var watcher = new Watcher(database);
        Assert.DoesNotContain("Exception", await AnswerOf(database, watcher), StringComparison.Ordinal);
        Assert.NotNull(watcher.Seen);
        return (watcher.Seen!, database.Tables());
    }

    /// <summary>One client, with another on a thread of its own that acts behind the first delete: at once, or when the first client lets it.</summary>
    public async Task<string> InterfereAsync(string statement)
    {
        using var database = new RaceDatabase();
        Call("Prepare", database.ConnectionString, new NoInterception());
        var other = new OtherWriter(database, statement);
        Assert.DoesNotContain("Exception", await AnswerOf(database, other), StringComparison.Ordinal);
        await other.Written;
        return database.Tables();
    }

    /// <summary>One client whose second delete fails.</summary>
    public async Task<string> FailInTheMiddleAsync()
    {
        using var database = new RaceDatabase();
        Call("Prepare", database.ConnectionString, new NoInterception());
        Assert.Equal(nameof(TimeoutException), await AnswerOf(database, new SecondDeleteFails()));
        return database.Tables();
    }

    public void Dispose() => _context.Unload();

    private async Task<string> AnswerOf(RaceDatabase database, IInterceptor interceptor)
    {
        try
        {
            return $"{await (Task<object>)Call("Act", database.ConnectionString, interceptor)!}";
        }
        catch (Exception exception)
        {
            return exception.GetType().Name;
        }
    }

    private object? Call(string method, params object[] arguments) =>
        _program.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, arguments);

    /// <summary>A database in a file of its own, gone with the test.</summary>
    private sealed class RaceDatabase : IDisposable
    {
        private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        public string ConnectionString => $"Data Source={_path};Pooling=False";

        public void Dispose()
        {
            foreach (var file in new[] { _path, _path + "-wal", _path + "-shm" })
                File.Delete(file);
        }

        public string Tables()
        {
            using var connection = new SqliteConnection(ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT (SELECT count(*) FROM Vouchers) || ' vouchers, ' || (SELECT count(*) FROM Orders) || ' orders, ' || (SELECT count(*) FROM Lines) || ' lines'";
            return (string)command.ExecuteScalar()!;
        }
    }

    private sealed class NoInterception : DbCommandInterceptor;

    /// <summary>Waits behind the first read until the other client has read too.</summary>
    private sealed class MeetingPoint(Barrier both) : DbCommandInterceptor
    {
        private bool _met;

        public override ValueTask<System.Data.Common.DbDataReader> ReaderExecutedAsync(
            System.Data.Common.DbCommand command, CommandExecutedEventData eventData, System.Data.Common.DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (!_met && command.CommandText.StartsWith("SELECT", StringComparison.OrdinalIgnoreCase))
            {
                _met = true;
                Assert.True(both.SignalAndWait(TimeSpan.FromSeconds(60), cancellationToken), "The other client never read.");
            }

            return ValueTask.FromResult(result);
        }
    }

    /// <summary>Looks at the tables behind the first delete.</summary>
    private sealed class Watcher(RaceDatabase database) : DbCommandInterceptor
    {
        public string? Seen { get; private set; }

        public override ValueTask<int> NonQueryExecutedAsync(
            System.Data.Common.DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            Seen ??= database.Tables();
            return ValueTask.FromResult(result);
        }
    }

    /// <summary>Runs a statement in a second client, which starts behind the first delete of the first; that goes on once the statement is through, or was kept out.</summary>
    private sealed class OtherWriter(RaceDatabase database, string statement) : DbCommandInterceptor
    {
        private const int Busy = 5;

        private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task? _written;

        public Task Written => _written ?? throw new InvalidOperationException("Nothing was deleted.");

        public override async ValueTask<int> NonQueryExecutedAsync(
            System.Data.Common.DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            if (_written is null)
            {
                _written = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                await _tried.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
            }

            return result;
        }

        private void Write()
        {
            using var connection = new SqliteConnection(database.ConnectionString);
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.CommandTimeout = 1;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    command.ExecuteNonQuery();
                    _tried.TrySetResult();
                    return;
                }
                catch (SqliteException exception) when (exception.SqliteErrorCode == Busy && attempt < 60)
                {
                    _tried.TrySetResult();
                }
            }
        }
    }

    /// <summary>The connection breaks before the second delete.</summary>
    private sealed class SecondDeleteFails : DbCommandInterceptor
    {
        private int _deletes;

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            ++_deletes == 2 ? throw new TimeoutException("The connection is gone.") : ValueTask.FromResult(result);
    }
}
