using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.EscapedIdentity;

/// <summary>Functions that are started and not waited for: tasks, threads, timers, queues.</summary>
internal static class DetachedWork
{
    private static readonly string[] s_queueing = ["Queue", "Enqueue", "Schedule", "Fire", "RunInBackground", "StartBackground"];

    private static readonly HashSet<string> s_queues = new(StringComparer.Ordinal) { "Queue", "Background", "Scheduler", "Job", "Jobs", "Worker", "Dispatcher", "Hosting" };

    /// <summary>The functions that an operation starts and leaves alone.</summary>
    public static IEnumerable<IAnonymousFunctionOperation> StartedBy(IOperation operation, ISymbol member) => operation switch
    {
        IInvocationOperation call when Detaches(call, member) => call.Arguments.Select(static argument => FunctionIn(argument.Value)).OfType<IAnonymousFunctionOperation>(),
        IObjectCreationOperation { Type: { Name: "Thread" or "Timer", ContainingNamespace: { } space } } creation when space.ToDisplayString() is "System.Threading" && !IsJoined(creation) =>
            creation.Arguments.Select(static argument => FunctionIn(argument.Value)).OfType<IAnonymousFunctionOperation>(),
        IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation { Event: { Name: "Elapsed" or "Tick", ContainingType.Name: var source } }, HandlerValue: var handler } when source.EndsWith("Timer", StringComparison.Ordinal) =>
            FunctionIn(handler) is { } function ? [function] : [],
        _ => [],
    };

    /// <summary>Whether a call gives a task that nobody awaits.</summary>
    public static bool IsForgotten(IInvocationOperation call, ISymbol member) =>
        call.Type is { Name: "Task" or "ValueTask" } && !IsAwaited(call) && !IsUsedLater(call) && IgnoredResult.Is(call, member, static (use, _) => use is ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation });

    /// <summary>The lambda that a value is; null for everything else.</summary>
    private static IAnonymousFunctionOperation? FunctionIn(IOperation value)
    {
        var bare = value.Unwrap();
        if (bare is IDelegateCreationOperation creation)
            bare = creation.Target.Unwrap();
        return bare as IAnonymousFunctionOperation;
    }

    private static bool Detaches(IInvocationOperation call, ISymbol member)
    {
        var method = call.TargetMethod;
        switch (method.Name)
        {
            case "Run" when method.ContainingType is { Name: "Task" }:
            case "StartNew" when method.ContainingType is { Name: "TaskFactory" }:
                return IsForgotten(call, member);
            case "ContinueWith" when method.ContainingType is { Name: "Task" }:
                return IsForgotten(call, member);
            case "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject" when method.ContainingType is { Name: "ThreadPool" }:
                return true;
            default:
                return s_queueing.Any(start => method.Name.StartsWith(start, StringComparison.Ordinal)) && NameWords.Of(method.ContainingType?.Name ?? "").Any(s_queues.Contains)
                    && method.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) != true;
        }
    }

    /// <summary>Within the value of an <c>await</c>, a wait or a <c>return</c> the task is not forgotten, whatever the call around it.</summary>
    private static bool IsAwaited(IOperation call)
    {
        for (var current = call.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAwaitOperation or IReturnOperation:
                case IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" or "WaitAll" or "WhenAll" or "WhenAny" }:
                    return true;
                case IConversionOperation or IParenthesizedOperation or IInvocationOperation or IArgumentOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether the task is kept in a local that the code comes back to.</summary>
    private static bool IsUsedLater(IOperation call)
    {
        var value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        var local = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
        return local is not null && FunctionBody.Operations(FunctionBody.Of(call)).Any(operation =>
            operation is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local) && reference.Syntax.SpanStart > call.Syntax.Span.End);
    }

    /// <summary><c>thread.Join()</c> later in the function.</summary>
    private static bool IsJoined(IObjectCreationOperation creation) =>
        creation.Type?.Name == "Thread" && FunctionBody.Operations(FunctionBody.Of(creation)).Any(static operation => operation is IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.Name: "Thread" } });
}
