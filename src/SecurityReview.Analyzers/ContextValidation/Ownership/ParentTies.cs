using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Finds a parent that a function knows, beside a child that it looks up by its own id, and that the child could be tied to.</summary>
internal sealed class ParentTies(KnownTypes types)
{
    private static readonly HashSet<string> s_people = new(StringComparer.OrdinalIgnoreCase) { "AuthorId", "AssigneeId", "ModifiedById", "UpdatedById", "ApproverId", "ReviewerId" };

    private readonly EntryPoints _endpoints = EntryPoints.Of(types);
    private readonly LookupReader _reader = LookupReader.Of(types);
    private readonly CalledCode _code = new(types);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<IPropertySymbol>> _parentKeys = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an entity has members that could tie it to a parent.</summary>
    public bool MayBind(ITypeSymbol entity) => !ParentKeysOf(entity).IsEmpty;

    /// <summary>The tie that is missing; null where the function knows no parent, or ties the child to it.</summary>
    public ParentTie? Missing(Lookup lookup, FunctionScope scope, HeldObject held, IReadOnlyList<IOperation> operations, CancellationToken cancellation)
    {
        foreach (var key in ParentKeysOf(lookup.Entity))
        {
            if (lookup.Conditions.ContainsKey(key.Name) || IsWritten(key.Name, held, operations) || IsCompared(key, held, operations))
                continue;
            if ((Given(key, lookup, scope, cancellation) ?? Loaded(key, lookup, operations, cancellation)) is { } value)
                return new ParentTie(key.Name, value);
        }

        return null;
    }

    /// <summary>Members named <c>OrderId</c>, but the child's own id and those of people.</summary>
    private ImmutableArray<IPropertySymbol> ParentKeysOf(ITypeSymbol child) => _parentKeys.GetOrAdd(child, FindParentKeys);

    private static ImmutableArray<IPropertySymbol> FindParentKeys(ITypeSymbol child) =>
        child.SelfAndBaseTypes().SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property.Name.Length > 2 && property.Name.EndsWith("Id", StringComparison.Ordinal) && property.Name != child.Name + "Id" && !s_people.Contains(property.Name)
                && (!OwnershipKeys.IsAlways(property.Name, ImmutableArray<string>.Empty) || OwnershipKeys.IsOfTenant(property.Name)) && ContextTraitReader.IsKeyType(property.Type))
            .ToImmutableArray();

    /// <summary>A parameter that is named like the key, or a member of the request beside the child's id.</summary>
    private string? Given(IPropertySymbol key, Lookup lookup, FunctionScope scope, CancellationToken cancellation)
    {
        if (scope.Function is not { } function || lookup.Form == LookupForm.Sql)
            return null;
        var parameter = function.Parameters.FirstOrDefault(candidate => candidate.Name.Equals(key.Name, StringComparison.OrdinalIgnoreCase) && IsSame(candidate.Type, key.Type));
        if (parameter is not null && (scope.Endpoint is null || _endpoints.SourceOf(parameter, isAboutIdentity: true) is not null) && !lookup.Ids.Any(id => Names(id, parameter)) && !IsUsedBy(lookup.Call, parameter, cancellation))
            return parameter.Name;
        foreach (var id in lookup.Ids)
        {
            if (ValueForm.Peel(id) is IMemberReferenceOperation { Instance: IParameterReferenceOperation { Parameter: var request, Type: { } type } } && type.TypeKind != TypeKind.Interface
                && type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(key.Name)).OfType<IPropertySymbol>().Any(member => IsSame(member.Type, key.Type)))
            {
                return $"{request.Name}.{key.Name}";
            }
        }

        return null;
    }

    /// <summary>Whether a method that looks the child up is given the parent and does anything with it.</summary>
    private bool IsUsedBy(IInvocationOperation call, IParameterSymbol parent, CancellationToken cancellation)
    {
        foreach (var argument in call.Arguments.Where(argument => argument.Parameter is not null && Names(argument.Value, parent)))
        {
            foreach (var target in _code.TargetsOf(call.TargetMethod, cancellation))
            {
                if (_code.BodyOf(target, cancellation)?.DescendantsAndSelf().Any(operation => operation is IParameterReferenceOperation { Parameter: var used } && used.Ordinal == argument.Parameter!.Ordinal && used.Name == target.Parameters[used.Ordinal].Name) == true)
                    return true;
            }
        }

        return false;
    }

    /// <summary>An object of the parent's type that was looked up before.</summary>
    private string? Loaded(IPropertySymbol key, Lookup lookup, IReadOnlyList<IOperation> operations, CancellationToken cancellation)
    {
        var parent = key.Name.Substring(0, key.Name.Length - 2);
        foreach (var call in operations.OfType<IInvocationOperation>().TakeWhile(call => call.Syntax.SpanStart < lookup.Call.Syntax.SpanStart))
        {
            if (call.Type?.UnwrapTask() is not { } type || type.Name != parent || !_reader.MayBe(call.TargetMethod.Name) || _reader.Read(call, cancellation) is null)
                continue;
            if (HeldObject.Of(call, operations).Names.FirstOrDefault() is { } name && type.GetMembers("Id").OfType<IPropertySymbol>().Any(id => IsSame(id.Type, key.Type)))
                return name + ".Id";
        }

        return null;
    }

    private static bool Names(IOperation id, IParameterSymbol parameter) => ReferencePath.Of(ValueForm.Peel(id)) is { Root: IParameterSymbol root } && SymbolEqualityComparer.Default.Equals(root, parameter);

    private static bool IsSame(ITypeSymbol left, ITypeSymbol right) => SymbolEqualityComparer.Default.Equals(Bare(left), Bare(right));

    private static ITypeSymbol Bare(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>A child that is moved to the parent is not expected to be there.</summary>
    private static bool IsWritten(string key, HeldObject held, IReadOnlyList<IOperation> operations) =>
        operations.OfType<IAssignmentOperation>().Any(assignment => assignment.Target is IMemberReferenceOperation { Member.Name: var name, Instance: var instance } && name == key && held.Is(instance));

    /// <summary>Whether the child's key, or the parent that it leads to, is compared with something.</summary>
    private static bool IsCompared(IPropertySymbol key, HeldObject held, IReadOnlyList<IOperation> operations)
    {
        var parent = key.Name.Substring(0, key.Name.Length - 2);
        return operations.OfType<IMemberReferenceOperation>().Any(member =>
            (member.Member.Name == key.Name || member.Member.Name == parent) && (held.IsRootOf(member.Instance) || IsOfElement(member, key.ContainingType)) && IsInComparison(member));
    }

    private static bool IsOfElement(IMemberReferenceOperation member, INamedTypeSymbol child) =>
        member.Instance?.Unwrap() is IParameterReferenceOperation { Type: { } type } && SymbolEqualityComparer.Default.Equals(type, child);

    private static bool IsInComparison(IOperation member)
    {
        for (var parent = member.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation:
                case IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" }:
                    return true;
                case IMemberReferenceOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IArgumentOperation:
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }
}
