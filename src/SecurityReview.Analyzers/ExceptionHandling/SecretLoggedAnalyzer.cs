using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.ExceptionHandling.Secrets;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ExceptionHandling;

/// <summary>Logs are copied, searched and kept by people and systems that the secret was not meant for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretLoggedAnalyzer : ReviewAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SecretLogged);

    /// <inheritdoc/>
    private protected override void Register(CompilationStartAnalysisContext context, KnownTypes types)
    {
        var searches = new SecretSearches(types);
        var logs = LogCalls.In(types, context.Options, context.CancellationToken);
        var words = BodyWords.FoundBy(types, cancellation =>
            OwnLogMessages.NamesIn(types.Compilation, cancellation).Select(static name => SoughtWord.Of(name)).Concat(logs.WordsIn(types, cancellation)));
        var secrets = SecretWords.Of(types, context.Options);
        var destructuring = BodyWords.OfDestructuring();
        context.RegisterGatedOperationAction(
            (declaration, _, cancellation) => words.StandIn(declaration, cancellation) && (secrets.MayStandIn(declaration, cancellation) || destructuring.StandIn(declaration, cancellation)),
            operation => Analyze(operation, searches, logs),
            OperationKind.Invocation);
    }

    private static void Analyze(OperationContext context, SecretSearches searches, LogCalls logs)
    {
        if (logs.Of((IInvocationOperation)context.Operation) is not { } log)
            return;
        var search = searches.For(context.Options, context.Operation.Syntax.SyntaxTree);
        var destructured = Destructured(log).ToList();
        foreach (var value in log.Values)
        {
            if ((search.In(value) ?? (destructured.Contains(value) ? search.WithMembers(value) : null)) is { } secret && !IsClassified(value))
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.SecretLogged, value.Syntax.GetLocation(), SecretFacts.Of(secret), secret.Name));
        }
    }

    /// <summary>The arguments whose placeholders ask for the members.</summary>
    private static IEnumerable<IOperation> Destructured(LogCall log)
    {
        if (log.Template?.ConstantValue is not { HasValue: true, Value: string template })
            return [];
        var arguments = log.Values.SkipWhile(value => !ReferenceEquals(value, log.Template)).Skip(1).ToList();
        return TemplateHoles.Of(template).Take(arguments.Count).Select((hole, index) => (hole, index))
            .Where(pair => TemplateHoles.IsDestructured(template, pair.hole)).Select(pair => arguments[pair.index]);
    }

    /// <summary>What a generated method gets through a classified parameter is redacted.</summary>
    private static bool IsClassified(IOperation value) =>
        value.Parent is IArgumentOperation { Parameter: { } parameter } &&
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass is { } type && type.SelfAndBaseTypes().Any(static current => current.Name == "DataClassificationAttribute"));
}
