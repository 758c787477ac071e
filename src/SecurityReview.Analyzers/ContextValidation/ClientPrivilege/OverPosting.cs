using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.ContextValidation.Vocabulary;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.ClientPrivilege;

/// <summary>Persons that a client sends as a whole and that are stored as they are, privileges included.</summary>
internal sealed class OverPosting(KnownTypes types, PrivilegeMembers members)
{
    private static readonly HashSet<string> s_stores = new(StringComparer.Ordinal) { "Add", "AddAsync", "Update", "Attach" };

    private readonly EntryPoints _endpoints = EntryPoints.Of(types);

    /// <summary>The parameter that is stored and the privilege in it that nothing overwrites; null where there is none.</summary>
    public (SourceOriginOf Parameter, ISymbol Privilege)? At(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        if (!s_stores.Contains(call.TargetMethod.Name) || !IsStore(call.TargetMethod.ContainingType))
            return null;
        if (call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value.Unwrap() is not IParameterReferenceOperation { Parameter: { Type: INamedTypeSymbol type } parameter } stored)
            return null;
        if (!members.IsPerson(type, vocabulary) || _endpoints.SourceOf(parameter, isAboutIdentity: true) is not { } source || parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "BindAttribute"))
            return null;
        var privilege = type.SelfAndBaseTypes().SelectMany(static current => current.GetMembers()).FirstOrDefault(member => member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } && members.Contain(member, vocabulary) && !IsBarred(member));
        if (privilege is null || FunctionBody.Of(call).DescendantsAndSelf().Any(operation => operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && SymbolEqualityComparer.Default.Equals(target.Member, privilege)))
            return null;
        return (new SourceOriginOf(stored, source.Description, source.Location), privilege);
    }

    private static bool IsStore(INamedTypeSymbol? type) => type is not null && (type.Name == "DbSet" || type.SelfAndBaseTypes().Any(static current => current.Name == "DbContext"));

    private static bool IsBarred(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "BindNeverAttribute" or "JsonIgnoreAttribute" or "NotMappedAttribute" or "EditableAttribute");

    /// <summary>A parameter that the client fills.</summary>
    /// <param name="Reference">Where it is stored.</param>
    /// <param name="Description">What it is, in words.</param>
    /// <param name="Place">Where it comes in.</param>
    internal sealed record SourceOriginOf(IOperation Reference, string Description, Location Place);
}
