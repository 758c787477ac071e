using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.Versions;

/// <summary>Finds where a function reads the thing that it writes later, and what it keeps of its version.</summary>
internal static class VersionReads
{
    private static readonly string[] s_versions = ["ETag", "Etag", "Version", "RowVersion", "Timestamp", "ConcurrencyStamp"];
    private static readonly string[] s_wrappers = ["Value", "Resource", "HasValue", "StatusCode", "Content", "Id", "PartitionKey", "RowKey", "Details"];

    /// <summary>The read of the same thing before a write; null if there is none.</summary>
    public static IInvocationOperation? Before(IInvocationOperation call, VersionedWrite write) =>
        FunctionBody.Operations(FunctionBody.Of(call)).OfType<IInvocationOperation>()
            .TakeWhile(other => other.Syntax.Span.End <= call.Syntax.SpanStart || other.Syntax.Span.Contains(call.Syntax.Span))
            .LastOrDefault(other => other.Instance is { } client && call.Instance is { } same && write.Reads.Contains(WithoutAsync(other.TargetMethod.Name))
                && ValueText.Of(client) == ValueText.Of(same) && IsSameThing(other, call, write));

    /// <summary>The local that a read fills; null where its result goes elsewhere.</summary>
    public static ILocalSymbol? LocalOf(IOperation read)
    {
        for (var current = read.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case IAwaitOperation or IConversionOperation or IParenthesizedOperation or IVariableInitializerOperation or ICoalesceOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" }:
                case IPropertyReferenceOperation { Property.Name: "Value" or "Resource" }:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether a condition between read and delete looks at more of the thing than whether it is there.</summary>
    public static bool Decide(IInvocationOperation read, IOperation write) =>
        LocalOf(read) is { } local && FunctionBody.Operations(FunctionBody.Of(write)).OfType<IConditionalOperation>()
            .Where(test => test.Syntax.SpanStart > read.Syntax.Span.End && test.Syntax.SpanStart < write.Syntax.SpanStart)
            .SelectMany(static test => test.Condition.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>()
            .Any(member => !s_wrappers.Contains(member.Property.Name) && IsOf(member, local));

    /// <summary>The expression of the version that the function has read: <c>response.ETag</c>; null if it has none.</summary>
    public static string? VersionIn(ILocalSymbol local)
    {
        if (MemberOf(local.Type) is { } own)
            return $"{local.Name}.{own}";
        return local.Type.SelfAndBaseTypes().SelectMany(static type => type.GetMembers("Value")).OfType<IPropertySymbol>().FirstOrDefault() is { } value && MemberOf(value.Type) is { } inner
            ? $"{local.Name}.Value.{inner}"
            : null;
    }

    /// <summary>The member of a type that is its version.</summary>
    public static string? MemberOf(ITypeSymbol type) =>
        s_versions.FirstOrDefault(name => type.SelfAndBaseTypes().Concat(type.AllInterfaces).SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>()
            .Any(static property => !property.IsStatic && property.DeclaredAccessibility == Accessibility.Public));

    private static bool IsSameThing(IInvocationOperation read, IInvocationOperation write, VersionedWrite row)
    {
        if (row.Keys.IsEmpty)
            return read.TargetMethod.TypeArguments.Length == 0 || write.TargetMethod.TypeArguments.Length == 0 || SymbolEqualityComparer.Default.Equals(read.TargetMethod.TypeArguments[0], write.TargetMethod.TypeArguments[0]);
        return row.Keys.All(key => write.ArgumentFor(key) is { } written && read.ArgumentFor(key) is { } asked && ValueText.Of(written.Value) == ValueText.Of(asked.Value));
    }

    private static bool IsOf(IPropertyReferenceOperation member, ILocalSymbol local)
    {
        var instance = member.Instance?.Unwrap();
        for (var depth = 0; depth < 4 && instance is not null; depth++)
        {
            switch (instance)
            {
                case ILocalReferenceOperation reference when SymbolEqualityComparer.Default.Equals(reference.Local, local):
                    return true;
                case ILocalReferenceOperation reference:
                    instance = SingleAssignment.ValueOf(reference.Local, reference)?.Unwrap();
                    break;
                case IPropertyReferenceOperation property:
                    instance = property.Instance?.Unwrap();
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    private static string WithoutAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
}
