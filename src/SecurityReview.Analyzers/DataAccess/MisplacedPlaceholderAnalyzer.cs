using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.DataAccess.Judgement;
using SecurityReview.Analyzers.DataAccess.Placeholders;
using SecurityReview.Analyzers.Options;
using SecurityReview.Analyzers.Sql.Placeholders;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DataAccess;

/// <summary>A placeholder inside quotes, or in the place of a name, is no parameter: the statement looks safe and is broken.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisplacedPlaceholderAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.MisplacedPlaceholder);

    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var judge = SqlTextJudge.Of(types, context.Options, context.CancellationToken);
        context.RegisterGatedOperationAction(
            judge.Words,
            operation =>
            {
                foreach (var text in judge.Sinks.AllTextsOf(operation.Operation, operation.CancellationToken))
                    Analyze(operation, text, judge);
            },
            TextSinks.Operations);
        context.RegisterGatedOperationAction(
            BodyWords.OfCalls(FormattableTexts.Methods),
            operation =>
            {
                foreach (var text in FormattableTexts.In(operation.Operation, types))
                    Analyze(operation, text, judge: null);
            },
            OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, IOperation text, SqlTextJudge? judge)
    {
        var option = context.Options.Get(ReviewOptions.Dialect, text.Syntax.SyntaxTree);
        if (PlacedText.Read(context.Operation, text, option, context.CancellationToken) is not { Misplaced: var misplaced })
            return;
        // A proven source is the worse of the two, and its repair takes the text apart anyway.
        if (judge is not null && !text.Unwrap().ConstantValue.HasValue && judge.InjectionInto(context, text) is not null)
            return;
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.MisplacedPlaceholder, text.Syntax.GetLocation(), misplaced[0].Name, FlawOf(misplaced[0].Place)));
    }

    private static string FlawOf(SqlMisplacement place) => place.Kind switch
    {
        SqlMisplacementKind.Quoted when place.Before.Length + place.After.Length > 0 =>
            "inside quotes, where it is plain text; remove the quotes and pass the wildcards with the value",
        SqlMisplacementKind.Quoted => "inside quotes, where it is plain text; remove the quotes",
        SqlMisplacementKind.Embedded => "inside a quoted text, where it is plain text; pass the whole text as the value",
        SqlMisplacementKind.Direction => "where ASC or DESC must stand and is none of them; choose between two constant texts",
        SqlMisplacementKind.Column => "where a column must stand and is a value; choose the column from constants",
        _ => "where a name must stand and is a value; choose the name from constants",
    };
}
