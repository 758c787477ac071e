using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Modelling;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Taint.Query;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>
/// Recognises calls that log: by the rows of the models (<c>Sinks.Log.txt</c>), and where no row can name the member, because the code of the project
/// declares it: generated methods, defined messages, the writers of the console.
/// </summary>
internal sealed class LogCalls(ModelSet models)
{
    private static readonly HashSet<string> s_writes = new(StringComparer.Ordinal) { "Write", "WriteLine", "WriteAsync", "WriteLineAsync" };

    /// <summary>Whether any row is about members of a name: the test before anything is asked of a call.</summary>
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <summary>The log calls of a compilation, by the models that its options bring along.</summary>
    public static LogCalls In(KnownTypes types, AnalyzerOptions options, CancellationToken cancellation) => new(TaintEngine.Of(types, options, cancellation).Models);

    /// <summary>Whether a call logs, by the built-in models alone.</summary>
    public static bool Contain(IInvocationOperation call) =>
        call.SemanticModel is { Compilation: { } compilation } &&
        KnownTypes.Of(compilation).Fact(static types => new LogCalls(types.Fact(static _ => new ModelSet(BuiltInModels.Rows)))).Of(call) is not null;

    /// <summary>The words without one of which nothing is logged, but for the own messages of a project.</summary>
    public IEnumerable<SoughtWord> WordsIn(KnownTypes types, CancellationToken cancellation) =>
        TemplateWordsIn(types, cancellation).Concat(WordsOf(SinkKindNames.Log, types, cancellation)).Concat(s_writes.Select(SoughtWord.CallOf));

    /// <summary>The words without one of which no text with placeholders is logged.</summary>
    public IEnumerable<SoughtWord> TemplateWordsIn(KnownTypes types, CancellationToken cancellation) => WordsOf(SinkKindNames.LogTemplate, types, cancellation);

    /// <summary>What a call logs; null where it logs nothing.</summary>
    public LogCall? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke ? IsDefinedMessage(method) : IsGenerated(method) || IsConsoleWriter(call))
            return Made(call, static _ => true, null);
        if (!_names.GetOrAdd(method.Name, MayLog))
            return null;
        var rows = models.RowsOf(method.ReducedFrom ?? method).Where(static row => row.Role == ModelRole.Sink && SinkKindNames.IsLog(row.Kind)).ToList();
        if (rows.Count == 0)
            return null;
        var template = call.Arguments.FirstOrDefault(argument => rows.Any(row => row.Kind == SinkKindNames.LogTemplate && Names(row, argument)))?.Value;
        return Made(call, argument => rows.Any(row => Names(row, argument)), template);
    }

    private IEnumerable<SoughtWord> WordsOf(string kind, KnownTypes types, CancellationToken cancellation) => models.NamesOf(ModelRole.Sink, kind, types, cancellation).Select(static named => named.Word);

    private bool MayLog(string name) => models.MayMatch(name, ModelRole.Sink, SinkKindNames.Log) || models.MayMatch(name, ModelRole.Sink, SinkKindNames.LogTemplate);

    private static bool Names(ModelRow row, IArgumentOperation argument) => argument.Parameter is { } parameter && row.Places.Any(place => place.Names(parameter));

    private static LogCall Made(IInvocationOperation call, Func<IArgumentOperation, bool> isWritten, IOperation? template)
    {
        var receiver = call.TargetMethod.IsExtensionMethod ? call.Receiver() : null;
        var values = call.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue && !ReferenceEquals(argument.Value, receiver) && isWritten(argument))
            .SelectMany(ArgumentElements.Of).ToImmutableArray();
        return new LogCall(values, template);
    }

    private static bool IsConsoleWriter(IInvocationOperation call) =>
        s_writes.Contains(call.TargetMethod.Name) && call.Instance?.Unwrap() is IPropertyReferenceOperation { Property: { Name: "Error" or "Out", ContainingType.Name: "Console" } };

    /// <summary>A partial method with a logging attribute, whose body the compiler writes.</summary>
    private static bool IsGenerated(IMethodSymbol method) =>
        method is { ReturnsVoid: true, IsExtern: false } && (method.IsPartialDefinition || method.PartialDefinitionPart is not null || method.PartialImplementationPart is not null) &&
        method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "LoggerMessageAttribute");

    /// <summary>A delegate that <c>LoggerMessage.Define</c> made: <c>Action&lt;ILogger, …, Exception?&gt;</c>.</summary>
    private static bool IsDefinedMessage(IMethodSymbol invoked) =>
        invoked is { ReturnsVoid: true, ContainingType.Name: "Action", Parameters: { Length: >= 3 } parameters } && parameters[0].Type.Name == "ILogger" &&
        parameters[parameters.Length - 1].Type is { Name: "Exception" };
}
