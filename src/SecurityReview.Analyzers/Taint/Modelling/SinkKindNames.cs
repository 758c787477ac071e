using System.Collections.Immutable;

namespace SecurityReview.Analyzers.Taint.Modelling;

/// <summary>The kinds of sinks that rules ask for, as model files write them.</summary>
internal static class SinkKindNames
{
    /// <summary>Text that becomes SQL.</summary>
    public const string Sql = "sql";

    /// <summary>What is sent to a client.</summary>
    public const string Response = "response";

    /// <summary>What is written to a log as a value.</summary>
    public const string Log = "log";

    /// <summary>The text of a log entry, in which the logger looks for placeholders.</summary>
    public const string LogTemplate = "log-template";

    /// <summary>Text that becomes a query, or a part of one, in a language other than SQL.</summary>
    public const string Query = "query";

    public static ImmutableArray<string> All { get; } = ImmutableArray.Create(Sql, Response, Log, LogTemplate, Query);

    /// <summary>Whether a kind is about logs: everybody writes them, so that a call says nothing of what the code around it is for.</summary>
    public static bool IsLog(string kind) => kind is Log or LogTemplate;

    /// <summary>The bit that stands for a kind of sinks in what a value was made safe for; all bits for <c>text</c>, which means every kind.</summary>
    public static int BitOf(string kind) => kind == "text" ? -1 : 1 << (All.IndexOf(kind) is >= 0 and var index ? index : 30);
}
