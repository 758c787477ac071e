using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.DetailedErrors;
using SecurityReview.Analyzers.ExceptionHandling.Guards;
using SecurityReview.Analyzers.Flow;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>What helps a developer to find a fault helps an attacker to find his way in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DetailedErrorsAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.DetailedErrors);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var reach = ProductionReach.Of(types);
        var development = new DevelopmentCode(types);
        context.RegisterGatedOperationAction(
            BodyWords.Of(DetailSwitches.Names), operation => Report(operation, DetailSwitches.Of(operation.Operation, reach), reach, development), OperationKind.Invocation, OperationKind.SimpleAssignment);
        if (types["Npgsql.NpgsqlConnection"] is not null)
        {
            context.RegisterGatedOperationAction(
                BodyWords.Of().OrLike(types, ErrorDetailSetting.MayEndWith),
                operation => Report(operation, InText(operation.Operation), reach, development), OperationKind.Literal, OperationKind.InterpolatedStringText);
        }
    }

    private static void Report(OperationContext context, DetailSwitch? found, ProductionReach reach, DevelopmentCode development)
    {
        if (found is null || !reach.Reaches(found.Operation, context.CancellationToken) || IsDevelopmentCode(context, development))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.DetailedErrors, found.Place, found.Name, found.Harm));
    }

    private static bool IsDevelopmentCode(OperationContext context, DevelopmentCode development)
    {
        var function = FunctionBody.Of(context.Operation);
        if (function is ILocalFunctionOperation local && development.Contains(local.Symbol, context.CancellationToken))
            return true;
        return context.ContainingSymbol is IMethodSymbol member && development.Contains(member, context.CancellationToken);
    }

    private static DetailSwitch? InText(IOperation operation)
    {
        var literal = operation is IInterpolatedStringTextOperation text ? text.Text : operation;
        return literal.ConstantValue is { HasValue: true, Value: string value } && ErrorDetailSetting.Is(value) && operation.Parent is not IInterpolatedStringTextOperation
            ? new DetailSwitch(operation, operation.Syntax.GetLocation(), "Include Error Detail", "exceptions hold the data of rows")
            : null;
    }
}
