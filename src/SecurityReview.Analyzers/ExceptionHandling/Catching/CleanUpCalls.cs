using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ExceptionHandling.Logging;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ExceptionHandling.Catching;

/// <summary>Calls that lose nothing when they fail themselves: they put things away, wait or log.</summary>
internal static class CleanUpCalls
{
    private static readonly HashSet<string> s_names = new(StringComparer.Ordinal)
    {
        "Dispose", "DisposeAsync", "Close", "CloseAsync", "Rollback", "RollbackAsync", "Abort", "Kill", "Cancel", "CancelAsync", "Shutdown", "Disconnect", "DisconnectAsync", "ReleaseMutex",
    };

    /// <summary>Whether a statement is such a call, also awaited or on something that may be null.</summary>
    public static bool Is(IOperation statement) => CallIn(statement) is { } call && s_names.Contains(call.TargetMethod.Name);

    /// <summary>Whether a statement only waits.</summary>
    public static bool IsWait(IOperation statement) => CallIn(statement) is { TargetMethod.Name: "Delay" or "Sleep" };

    /// <summary>Whether a statement only logs: where that fails, there is nobody left to tell. What is written to the console may be the program's work.</summary>
    public static bool IsLogging(IOperation statement) =>
        CallIn(statement) is { TargetMethod.ContainingType.Name: not "Console" } call && LogCalls.Contain(call) &&
        !call.Arguments.SelectMany(static argument => argument.Descendants()).OfType<IInvocationOperation>().Any();

    private static IInvocationOperation? CallIn(IOperation statement)
    {
        var operation = statement is IExpressionStatementOperation expression ? expression.Operation : statement;
        while (true)
        {
            switch (operation.Unwrap())
            {
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                case IConditionalAccessOperation access:
                    operation = access.WhenNotNull;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    operation = task;
                    break;
                case IInvocationOperation call:
                    return call;
                default:
                    return null;
            }
        }
    }
}
