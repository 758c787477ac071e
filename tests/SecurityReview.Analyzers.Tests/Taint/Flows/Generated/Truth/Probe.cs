using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sinks;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Sources;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Truth;

/// <summary>Turns a combination into one that runs without a server and a database: its source is a parameter, its sink a list, its clock can be set.</summary>
internal static class Probe
{
    public const string EntryType = "Entry";
    public const string EntryMethod = "Find";
    public const string SinkType = "Sent";
    public const string SinkField = "Texts";
    public const string ClockType = "TestClock";
    public const string ClockProperty = "UtcNow";

    /// <summary>Shared by all programs.</summary>
    public const string Clock = """
        public static class TestClock
        {
            public static DateTime UtcNow { get; set; }
        }
        """;

    private static readonly Source s_source = new("Probe", """
        public static class Entry
        {
            public static void Find(string name)
            {
                {body}
            }
        }
        """, "name", "return;");

    private static readonly Sink s_sink = new("Probe", "Sent.Texts.Add(\"'\" + value + \"'\"); // reported", "Sent.Texts.Add(\"@name\");")
    {
        Types = """
            public static class Sent
            {
                public static readonly List<string> Texts = [];
            }
            """,
    };

    public static FlowProgram Of(Combination combination) => GeneratedPrograms.Of(combination with { Source = s_source, Sink = s_sink });

    /// <summary>A twin as a namespace, so that all twins can be in one assembly.</summary>
    public static string InNamespace(FlowTwin twin, string name)
    {
        var lines = twin.Files.SelectMany(file => file.Split('\n')).ToLookup(line => line.StartsWith("global using ", StringComparison.Ordinal));
        var usings = lines[true].Select(line => line["global ".Length..]);
        var code = string.Join('\n', usings.Append($"namespace {name};").Concat(lines[false]));
        return code.Replace("DateTime.UtcNow", $"global::{ClockType}.{ClockProperty}", StringComparison.Ordinal);
    }
}
