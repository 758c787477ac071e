using SecurityReview.Analyzers.DataAccess;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.Taint.Modelling;

/// <summary>What the rows of a user do to the findings of a rule, for members of the code under review and of libraries.</summary>
public class UserModelFlowTests
{
    /// <summary>Types of the application that the rows speak of.</summary>
    private const string Own = """
        using System;
        using System.Collections.Generic;
        using System.Data;
        using Microsoft.AspNetCore.Mvc;

        namespace Own
        {
            public interface IStore { void Run(string text, string label); string Text { set; } }
            public abstract class Store : IStore
            {
                public virtual void Run(string text, string label) { }
                public static void RunAll(params string[] texts) { }
                public static void RunAsync(string text) { }
                public virtual string Text { set { } }
                public Store() { }
                public Store(string text) { }
            }
            public class SqlStore : Store
            {
                public SqlStore(string text) : base(text) { }
                public override void Run(string text, string label) { }
                public override string Text { set { } }
            }
            public interface IHandler<T> { void Handle(T message, string id); }
            [AttributeUsage(AttributeTargets.Parameter)] public class FromTokenAttribute : Attribute { }
            public class FromOldTokenAttribute : FromTokenAttribute { }
            public static class Queue { public static string Next() => ""; public static string Last => ""; public static string First = ""; }
            public static class Quote
            {
                public static string Name(string name) => "[" + name + "]";
                public static string Name(string name, int length) => name;
                public static bool TryName(string name, out string quoted) { quoted = name; return true; }
            }
            public static class Guard { public static bool IsName(string name) => name.Length < 9; public static void Require(string name) { } }
            public class Box { public string Wrap(int width, string text) => text.Length.ToString(); public string Inner => ""; }
        }

        """;

    [Theory]
    [InlineData("sql sink M:Own.Store.Run text", "store.Run([|name|], name);")]
    [InlineData("sql sink M:Own.Store.Run text\nremote source T:Own.Box return", "store.Run([|$\"{new List<Box>()[0]}\"|], \"\");")]
    [InlineData("sql sink M:Own.Store.Run text, label", "store.Run([|name|], [|name|]);")]
    [InlineData("sql sink M:Own.Store.Run arg*", "store.Run([|name|], [|name|]);")]
    [InlineData("sql sink M:Own.Store.Run(System.String,System.String) text", "store.Run(label: name, text: [|name|]);")]
    [InlineData("sql sink M:Own.Store.Run* text", "Store.RunAsync([|name|]);")]
    [InlineData("sql sink M:Own.Store.* text", "Store.RunAsync([|name|]);")]
    [InlineData("sql sink M:Own.IStore.Run text", "store.Run([|name|], name);")]
    [InlineData("sql sink M:Own.Store.Run text", "new SqlStore(\"\").Run([|name|], name);")]
    [InlineData("sql sink P:Own.IStore.Text value", "store.Text = [|name|];")]
    [InlineData("sql sink P:Own.Store.Text value", "new SqlStore(\"\").Text = [|name|];")]
    [InlineData("sql sink M:Own.SqlStore.#ctor text", "new SqlStore([|name|]);")]
    [InlineData("sql sink M:System.Console.WriteLine(System.String) value", "Console.WriteLine([|name|]);")]
    public Task Sink_Reports(string row, string statement) => ReportsAsync(row, statement);

    [Theory]
    [InlineData("sql sink M:Own.Store.Run text", "store.Run(\"\", name);")]
    [InlineData("sql sink M:Own.Store.Run(System.String) text", "store.Run(name, name);")]
    [InlineData("sql sink M:Own.Store.Run text", "Store.RunAsync(name);")]
    [InlineData("sql sink M:Own.SqlStore.Run text", "store.Run(name, name);")]
    [InlineData("sql sink M:Other.Store.Run* text", "store.Run(name, name);")]
    [InlineData("sql sink M:Own.Store.Run nothing", "store.Run(name, name);")]
    [InlineData("response sink M:Own.Store.Run text", "store.Run(name, name);")]
    [InlineData("sql sink M:Own.Store.Run", "store.Run(name, name);")]
    public Task SinkOfOtherMember_IsSilent(string row, string statement) => IsSilentAsync(row, statement);

    [Theory]
    [InlineData("remote source M:Own.Queue.Next return # the queue", "command.CommandText = [|Queue.Next()|];")]
    [InlineData("remote source P:Own.Queue.Last return", "command.CommandText = [|Queue.Last|];")]
    [InlineData("remote source F:Own.Queue.First return", "command.CommandText = [|Queue.First|];")]
    [InlineData("remote source M:System.IO.Path.GetTempPath return", "command.CommandText = [|System.IO.Path.GetTempPath() + \"x\"|];")]
    public Task Source_Reports(string row, string statement) => ReportsAsync(row, statement);

    [Theory]
    [InlineData("database source M:Own.Queue.Next return", "command.CommandText = Queue.Next();")]
    [InlineData("remote source M:Own.Queue.Next(System.String) return", "command.CommandText = Queue.Next();")]
    [InlineData("remote source M:Own.Queue.Next* return", "command.CommandText = Queue.Last;")]
    public Task SourceOfOtherKindOrMember_IsSilent(string row, string statement) => IsSilentAsync(row, statement);

    [Theory]
    [InlineData("sql sanitizer M:Own.Quote.Name return", "command.CommandText = Quote.Name(name);")]
    [InlineData("sql sanitizer M:Own.Quote.Name(System.String) return", "command.CommandText = Quote.Name(name);")]
    [InlineData("sql sanitizer M:System.String.ToUpperInvariant return", "command.CommandText = name.ToUpperInvariant();")]
    [InlineData("sql sanitizer M:Own.Quote.TryName quoted", "if (Quote.TryName(name, out var quoted)) command.CommandText = quoted;")]
    public Task Sanitizer_IsSilent(string row, string statement) => IsSilentAsync(row, statement);

    [Theory]
    [InlineData("sql sanitizer M:System.String.ToLowerInvariant return", "command.CommandText = [|name.ToUpperInvariant()|];")]
    [InlineData("sql sanitizer M:System.String.ToUpper(System.Globalization.CultureInfo) return", "command.CommandText = [|name.ToUpper()|];")]
    public Task SanitizerOfOtherMember_Reports(string row, string statement) => ReportsAsync(row, statement);

    [Theory]
    [InlineData("sql validator M:Own.Guard.IsName name", "if (Own.Guard.IsName(name)) command.CommandText = name;")]
    [InlineData("sql validator M:Own.Guard.Require name", "Own.Guard.Require(name); command.CommandText = name;")]
    public Task Validator_IsSilent(string row, string statement) => IsSilentAsync(row, statement);

    [Theory]
    [InlineData("sql validator M:Own.Guard.IsName name", "if (!Own.Guard.IsName(name)) command.CommandText = [|name|];")]
    [InlineData("sql validator M:Own.Guard.Require name", "if (Own.Guard.IsName(name)) command.CommandText = [|name|];")]
    public Task ValidatorThatDoesNotHold_Reports(string row, string statement) => ReportsAsync(row, statement);

    [Theory]
    [InlineData("text passes M:Own.Box.Wrap text -> return", "command.CommandText = [|new Box().Wrap(1, name)|];")]
    [InlineData("text passes M:Own.Box.Wrap text -> this[], this[] -> return", "command.CommandText = [|new Box().Wrap(1, name)|];")]
    [InlineData("text passes M:System.Collections.Generic.List`1.Find this[] -> return", "command.CommandText = [|new List<string> { name }.Find(x => true)|];")]
    public Task Propagator_Reports(string row, string statement) => ReportsAsync(row, statement);

    /// <summary>A row stands for the body.</summary>
    [Theory]
    [InlineData("text passes M:Own.Box.Wrap width -> return", "command.CommandText = new Box().Wrap(1, name);")]
    [InlineData("text passes M:System.String.ToUpper this[] -> this", "command.CommandText = name.ToUpper();")]
    public Task PropagatorOfOtherPlace_IsSilent(string row, string statement) => IsSilentAsync(row, statement);

    [Theory]
    [InlineData("remote source M:Own.IHandler`1.Handle message # the queue", "'message' from the queue")]
    [InlineData("remote source M:OrderHandler.Handle message", "'message'")]
    [InlineData("remote source A:Own.FromTokenAttribute parameter # the token", "'id' from the token")]
    public async Task ParameterThatAModelCallsASource_Reports(string row, string source)
    {
        var sink = source.StartsWith("'id'", StringComparison.Ordinal) ? "id" : "message.Text";
        var code = Own + $$"""
            public class Message { public string Text { get; set; } = ""; }
            public class OrderHandler(IDbCommand command) : Own.IHandler<Message>
            {
                public void Handle(Message message, [Own.FromOldToken] string id) => command.CommandText = {|#0:{{sink}}|};
            }
            """;
        await Verify<SqlInjectionAnalyzer>.ReportsAsync(code, With(row), new Microsoft.CodeAnalysis.Testing.DiagnosticResult(Descriptors.SqlInjection)
            .WithLocation(0).WithArguments(source).WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations));
        await Verify<SqlInjectionAnalyzer>.IsSilentAsync(code.Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal), With(""));
    }

    private static Task ReportsAsync(string row, string statement) =>
        Verify<SqlInjectionAnalyzer>.ReportsAsync(Program(statement), With(row));

    private static Task IsSilentAsync(string row, string statement) =>
        Verify<SqlInjectionAnalyzer>.IsSilentAsync(Program(statement), With(row));

    private static Setting With(string row) =>
        Setting.Default with { AdditionalFiles = [("/SecurityReview.Models.Own.txt", $"# Ours\n{row}\n")] };

    private static string Program(string statement) => Own + $$"""
        namespace App
        {
            using Own;

            public class OrdersController(IDbCommand command, IStore other) : Controller
            {
                public void Get(string name, [FromServices] Store store)
                {
                    {{statement}}
                }
            }
        }
        """;
}
