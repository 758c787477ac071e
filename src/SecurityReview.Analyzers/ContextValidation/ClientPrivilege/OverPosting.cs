using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
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

    /// <summary>Whether what a token names is given a parameter as it is.</summary>
    public static bool MayStoreParameter(SyntaxToken name) =>
        name.Call() is not { } call || call.ArgumentList.Arguments.Any(argument => Bare(argument.Expression) is IdentifierNameSyntax given && IsParameter(given));

    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        CastExpressionSyntax cast => Bare(cast.Expression),
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax sure => Bare(sure.Operand),
        _ => expression,
    };

    private static bool IsParameter(IdentifierNameSyntax name)
    {
        return name.Ancestors().Any(around => around switch
        {
            BaseMethodDeclarationSyntax method => Declares(method.ParameterList),
            LocalFunctionStatementSyntax function => Declares(function.ParameterList),
            ParenthesizedLambdaExpressionSyntax lambda => Declares(lambda.ParameterList),
            SimpleLambdaExpressionSyntax lambda => IsSame(lambda.Parameter),
            AnonymousMethodExpressionSyntax method => Declares(method.ParameterList),
            TypeDeclarationSyntax type => Declares(type.ParameterList),
            _ => false,
        });

        bool Declares(BaseParameterListSyntax? list) => list?.Parameters.Any(IsSame) == true;

        bool IsSame(ParameterSyntax parameter) => parameter.Identifier.ValueText == name.Identifier.ValueText;
    }

    /// <summary>The parameter that is stored and the privilege in it that nothing overwrites; null where there is none.</summary>
    public (SourceOriginOf Parameter, ISymbol Privilege)? At(IInvocationOperation call, OwnershipVocabulary vocabulary)
    {
        if (PersonWrittenBy(call) is not { } person || !members.IsPerson(person, vocabulary))
            return null;
        if (call.ArgumentFor(0)?.Value.Unwrap() is not IParameterReferenceOperation { Parameter: { Type: INamedTypeSymbol type } parameter } stored)
            return null;
        if (_endpoints.SourceOf(parameter, isAboutIdentity: true) is not { } source)
            return null;
        var isBody = IsBody(parameter);
        if (!isBody && parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "BindAttribute"))
            return null;
        var privilege = person.SelfAndBaseTypes().SelectMany(static current => current.GetMembers()).FirstOrDefault(member =>
            member is IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public } && members.Contain(member, vocabulary) && SentIn(type, member.Name) is { } sent && !IsBarred(sent, isBody));
        if (privilege is null || FunctionBody.Of(call).DescendantsAndSelf().Any(operation => operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var written } } && written == privilege.Name))
            return null;
        return (new SourceOriginOf(stored, source.Description, source.Location), privilege);
    }

    /// <summary>The type of the object that a call stores, or writes all of what it is given to; null where it does neither.</summary>
    private static INamedTypeSymbol? PersonWrittenBy(IInvocationOperation call)
    {
        if (call.TargetMethod is { Name: "SetValues", ContainingType.Name: "PropertyValues" or "DbPropertyValues" })
            return call.Instance?.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(static entry => entry.TargetMethod.Name == "Entry")?.Arguments.FirstOrDefault()?.Value.Unwrap().Type as INamedTypeSymbol;
        return s_stores.Contains(call.TargetMethod.Name) && IsStore(call.TargetMethod.ContainingType) ? call.ArgumentFor(0)?.Value.Unwrap().Type as INamedTypeSymbol : null;
    }

    private static IPropertySymbol? SentIn(ITypeSymbol type, string name) =>
        type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault(static property => property.SetMethod is { DeclaredAccessibility: Accessibility.Public });

    /// <summary>Whether a parameter is read from the body as a whole: by attribute, by the rules of API controllers, or in a route handler.</summary>
    private bool IsBody(IParameterSymbol parameter)
    {
        var names = parameter.GetAttributes().Select(static attribute => attribute.AttributeClass?.Name ?? "").ToList();
        if (names.Contains("FromBodyAttribute"))
            return true;
        if (names.Any(static name => name is "FromFormAttribute" or "FromQueryAttribute" or "FromRouteAttribute" or "FromHeaderAttribute" or "AsParametersAttribute" or "ModelBinderAttribute"))
            return false;
        return parameter.ContainingSymbol is IMethodSymbol method &&
            (_endpoints.KindOf(method) == EndpointKind.RouteHandler || method.ContainingType.SelfAndBaseTypes().Any(static type => type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute")));
    }

    private static bool IsStore(INamedTypeSymbol? type) => type is not null && (type.Name == "DbSet" || type.SelfAndBaseTypes().Any(static current => current.Name == "DbContext"));

    /// <summary>Model binding passes such members by; what reads a body knows nothing of its attributes.</summary>
    private static bool IsBarred(ISymbol member, bool isBody) => member.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "JsonIgnoreAttribute" or "NotMappedAttribute" || (!isBody && attribute.AttributeClass?.Name is "BindNeverAttribute" or "EditableAttribute"));

    /// <summary>A parameter that the client fills.</summary>
    /// <param name="Reference">Where it is stored.</param>
    /// <param name="Description">What it is, in words.</param>
    /// <param name="Place">Where it comes in.</param>
    internal sealed record SourceOriginOf(IOperation Reference, string Description, Location Place);
}
