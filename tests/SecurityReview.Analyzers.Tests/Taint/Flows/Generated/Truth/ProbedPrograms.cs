using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Reasons;

namespace SecurityReview.Analyzers.Tests.Taint.Flows.Generated.Truth;

/// <summary>Twins of one kind, compiled into one assembly and run.</summary>
internal sealed class ProbedPrograms
{
    /// <summary>What the caller chooses: nothing that a check lets pass.</summary>
    private const string Payload = "x' or 1=1 --";

    /// <summary>Hours that take every branch on the clock, both ways.</summary>
    private static readonly int[] s_hours = [0, 2, 6, 10, 12, 20];

    private readonly Assembly _assembly;

    public ProbedPrograms(IReadOnlyList<FlowTwin> twins)
    {
        var sources = twins.Select((twin, index) => Probe.InNamespace(twin, Namespace(index))).Append(Probe.Clock);
        using var image = new MemoryStream();
        var result = FlowVerdict.Library.AddSyntaxTrees(sources.Select(source => CSharpSyntaxTree.ParseText(source, FlowVerdict.ParseOptions))).Emit(image);
        Assert.Empty(result.Diagnostics.Where(item => item.Severity == DiagnosticSeverity.Error));
        _assembly = Assembly.Load(image.ToArray());
    }

    /// <summary>Whether what the caller chose arrives in the text at some hour.</summary>
    public bool IsInjectable(int index) => s_hours.Any(hour => TextsAt(hour, index).Any(text => text.Contains(Payload, StringComparison.Ordinal)));

    private List<string> TextsAt(int hour, int index)
    {
        _assembly.GetType(Probe.ClockType)!.GetProperty(Probe.ClockProperty)!.SetValue(null, new DateTime(2026, 1, 1, hour, 0, 0, DateTimeKind.Utc));
        var texts = (List<string>)_assembly.GetType($"{Namespace(index)}.{Probe.SinkType}")!.GetField(Probe.SinkField)!.GetValue(null)!;
        texts.Clear();
        try
        {
            _assembly.GetType($"{Namespace(index)}.{Probe.EntryType}")!.GetMethod(Probe.EntryMethod)!.Invoke(null, [Payload]);
        }
        catch (TargetInvocationException refusal) when (refusal.InnerException is FormatException or ArgumentException { Message: Checked.Refused })
        {
            // The program refuses the text, which is one of the reasons to be safe.
            return [];
        }

        return texts;
    }

    private static string Namespace(int index) => string.Create(CultureInfo.InvariantCulture, $"Program{index}");
}
