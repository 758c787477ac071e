using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Tests.DataAccess;

/// <summary>
/// Reports every SQL text that is not constant, whatever flows into it: for tests of repairs that do not wait for a source.
/// </summary>
// No attribute: no compiler loads it from here.
#pragma warning disable RS1001
public sealed class EverySqlTextAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SqlInjection];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Argument, OperationKind.SimpleAssignment, OperationKind.CompoundAssignment);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var text = context.Operation switch
        {
            IArgumentOperation { Parameter: { Name: "sql" or "commandText" or "cmdText", Type.SpecialType: SpecialType.System_String } } argument => argument.Value,
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "CommandText" } } assignment => assignment.Value,
            _ => null,
        };
        if (text is not null && !text.ConstantValue.HasValue && !IsConstantLocal(text))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SqlInjection, text.Syntax.GetLocation(), "A value"));
    }

    /// <summary>A local that is given constants only, as a repair leaves it.</summary>
    private static bool IsConstantLocal(IOperation text)
    {
        if (text is not ILocalReferenceOperation { Local: var local })
            return false;
        return text.Root().Descendants().All(operation => operation switch
        {
            IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => declarator.Initializer?.Value.ConstantValue.HasValue ?? true,
            IAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local) => assignment.Value.ConstantValue.HasValue,
            _ => true,
        });
    }
}
