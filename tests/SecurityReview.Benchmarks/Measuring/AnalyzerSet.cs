using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.Benchmarks.Measuring;

/// <summary>Analyzers that are measured together.</summary>
internal sealed record AnalyzerSet(string Name, Func<ImmutableArray<DiagnosticAnalyzer>> Create);
