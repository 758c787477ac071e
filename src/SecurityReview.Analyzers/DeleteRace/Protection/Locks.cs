using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.Protection;

/// <summary>Code that keeps all others out: locks of any kind, and transactions that behave as if they ran alone.</summary>
internal static class Locks
{
    private static readonly string[] s_sqlWords = ["FOR UPDATE", "UPDLOCK", "HOLDLOCK", "ADVISORY_LOCK", "ADVISORY_XACT_LOCK", "GETAPPLOCK", "GET_LOCK", "LOCK TABLE", "SERIALIZABLE", "BEGIN EXCLUSIVE", "BEGIN IMMEDIATE"];

    /// <summary>Whether an operation runs under a lock: here, or in all callers.</summary>
    public static bool Protect(IOperation operation, ISymbol member, CancellationToken cancellation) =>
        Surroundings.HoldsOnEveryWay(operation, member, IsHeld, cancellation);

    private static bool IsHeld(IOperation operation, ISymbol member)
    {
        if (member is IMethodSymbol method && (method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0)
            return true;
        return Surroundings.Around(operation).Any(around => around is (ILockOperation held, var child) && ReferenceEquals(held.Body, child))
            || Surroundings.Before(operation).Any(Takes);
    }

    private static bool Takes(IOperation operation) => operation switch
    {
        IInvocationOperation call => IsLockCall(call.TargetMethod),
        IFieldReferenceOperation { Field: { Name: "Serializable", ContainingType.Name: "IsolationLevel" } } => true,
        IObjectCreationOperation { Type.Name: "TransactionScope" } scope => scope.Arguments.All(argument => argument.Parameter?.Type.Name != "TransactionOptions"),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => s_sqlWords.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0),
        _ => false,
    };

    private static bool IsLockCall(IMethodSymbol method)
    {
        var type = method.ContainingType?.Name;
        if (type is "SemaphoreSlim" or "Semaphore" or "Mutex" or "Monitor" or "SpinLock" or "Lock" or "EventWaitHandle")
            return method.Name.StartsWith("Wait", StringComparison.Ordinal) || method.Name.IndexOf("Enter", StringComparison.Ordinal) >= 0;
        return NameWords.Of(method.Name).Any(word => word is "Lock" or "Acquire" or "Mutex" or "Semaphore" or "Exclusive")
            || (type is "ReaderWriterLockSlim" && method.Name.IndexOf("Enter", StringComparison.Ordinal) >= 0);
    }
}
