using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.OpenFilter;

/// <summary>
/// The identity of whoever the request is for, as it stands in filters: of a principal or context, of a provider that is named after it, parsed from
/// either, and in a filter of the model every value that is not the entity's.
/// </summary>
internal static class AmbientIdentity
{
    private const int MaximumAliases = 4;

    private static readonly string[] s_subjects = ["tenant", "user", "organization", "organisation", "caller", "customer", "company"];

    private static readonly string[] s_holders = ["current", "context", "accessor", "provider", "resolver", "session", "service"];

    /// <summary>The value below aliases, patterns and parses; null where it is no identity.</summary>
    public static IOperation? Of(IOperation operation, bool isOfModel, OwnershipVocabulary vocabulary)
    {
        var value = Bare(operation, MaximumAliases);
        if (value.ConstantValue.HasValue)
            return null;
        if (CallerIdentity.Read(value, vocabulary) is not null || CallerIdentity.Read(operation, vocabulary) is not null || IsOfProvider(value))
            return value;
        return isOfModel && ReferencePath.Of(value) is { Root: not IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } } ? value : null;
    }

    /// <summary>The value without its form, and behind locals, pattern variables and the result of a parse.</summary>
    public static IOperation Bare(IOperation operation) => Bare(operation, MaximumAliases);

    private static IOperation Bare(IOperation operation, int aliases)
    {
        var value = ValueForm.Peel(operation);
        if (aliases == 0 || value is not ILocalReferenceOperation { Local: var local } reference)
            return value;
        if (SingleAssignment.ValueOf(local, reference) is { } assigned)
            return Bare(assigned, aliases - 1);
        return DeclaredFrom(local, reference) is { } source ? Bare(source, aliases - 1) : value;
    }

    /// <summary><c>context.TenantId is { } id</c>, <c>Guid.TryParse(claim, out var id)</c>.</summary>
    private static IOperation? DeclaredFrom(ILocalSymbol local, IOperation inside)
    {
        foreach (var operation in inside.Root().DescendantsAndSelf())
        {
            switch (operation)
            {
                case IIsPatternOperation { Pattern: var pattern } test when Declares(pattern, local):
                    return test.Value;
                case IInvocationOperation { TargetMethod: { IsStatic: true, Name: "TryParse" } } parse when parse.Arguments.Any(argument => argument.Value is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } && SymbolEqualityComparer.Default.Equals(declared.Local, local)):
                    return parse.ArgumentFor(0)?.Value;
            }
        }

        return null;
    }

    private static bool Declares(IPatternOperation pattern, ILocalSymbol local) => pattern switch
    {
        INegatedPatternOperation negated => Declares(negated.Pattern, local),
        IDeclarationPatternOperation { DeclaredSymbol: { } declared } => SymbolEqualityComparer.Default.Equals(declared, local),
        IRecursivePatternOperation { DeclaredSymbol: { } declared } => SymbolEqualityComparer.Default.Equals(declared, local),
        _ => false,
    };

    /// <summary><c>tenantProvider.GetTenantId()</c>, <c>_currentTenant.Id</c>: the type says that it knows whose request this is.</summary>
    private static bool IsOfProvider(IOperation value)
    {
        var (receiver, name) = value switch
        {
            IInvocationOperation { Arguments.Length: 0 } call => (call.Instance, call.TargetMethod.Name),
            IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member => (member.Instance, member.Member.Name),
            _ => (null, ""),
        };
        if (receiver?.Unwrap().Type is not { SpecialType: SpecialType.None } type || receiver.Unwrap() is IInstanceReferenceOperation)
            return false;
        var holder = PlainName.Of(type.Name);
        return PlainName.ContainsAny(holder, s_subjects) && PlainName.ContainsAny(holder, s_holders) && !holder.EndsWith("dbcontext", StringComparison.Ordinal) &&
            PlainName.OfRead(name) is var plain && (plain == "id" || (plain.EndsWith("id", StringComparison.Ordinal) && PlainName.ContainsAny(plain, s_subjects)));
    }
}
