using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Secrets;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>The message of an exception goes wherever exceptions go: into logs, alarms, tickets and, on a bad day, to clients.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretInExceptionAnalyzer : ReviewAnalyzer
{
    private static readonly HashSet<string> s_texts = new(StringComparer.OrdinalIgnoreCase) { "message", "msg", "reason", "detail", "details", "error", "errorMessage", "description", "actualValue", "text" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SecretInException);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var searches = new SecretSearches(types);
        var exception = types["System.Exception"];
        var words = BodyWords.Of("throw").OrLike(types, static word => word.EndsWith("Exception", StringComparison.Ordinal));
        var secrets = SecretWords.Of(types, context.Options);
        context.RegisterGatedOperationAction(
            (declaration, _, cancellation) => words.StandIn(declaration, cancellation) && secrets.MayStandIn(declaration, cancellation),
            operation => Analyze(operation, searches, exception),
            OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationContext context, SecretSearches searches, INamedTypeSymbol? exception)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        // Most arguments are constants: the type is asked only where one is not.
        var texts = creation.Arguments.Where(static argument => argument.Parameter is { } parameter && !argument.Value.ConstantValue.HasValue && s_texts.Contains(parameter.Name)).ToList();
        if (texts.Count == 0 || !creation.Type.IsOrInherits(exception))
            return;
        var search = searches.For(context.Options, creation.Syntax.SyntaxTree);
        foreach (var text in texts)
        {
            if (search.In(text.Value) is { } secret)
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.SecretInException, text.Value.Syntax.GetLocation(), SecretFacts.Of(secret), secret.Name));
        }
    }
}
