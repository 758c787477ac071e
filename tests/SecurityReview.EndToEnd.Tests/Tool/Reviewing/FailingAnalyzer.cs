using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SecurityReview.EndToEnd.Tests.Tool.Reviewing;

/// <summary>Reports every class and throws at classes named <c>Trap</c>.</summary>
internal sealed class FailingAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "SECR5999";

    private static readonly DiagnosticDescriptor s_rule = new(Id, "Class", "Class '{0}'", "Todo", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol.Name == "Trap")
                    throw new InvalidOperationException("fell into the trap");
                symbol.ReportDiagnostic(Diagnostic.Create(s_rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
            },
            SymbolKind.NamedType);
    }
}
