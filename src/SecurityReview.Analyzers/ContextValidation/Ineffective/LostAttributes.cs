using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Endpoints;
using SecurityReview.Analyzers.Endpoints.Authorization;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.ContextValidation.Ineffective;

/// <summary>Places where the framework reads no authorization attribute. One per compilation.</summary>
internal sealed class LostAttributes
{
    /// <summary>Libraries that call members through code of their own, which may read attributes.</summary>
    private static readonly string[] s_interceptors = ["Castle", "AspectCore", "Autofac.Extras.DynamicProxy", "Volo.Abp", "CoreWCF", "ServiceModel.Grpc"];

    private readonly KnownTypes _types;
    private readonly AuthorizationTypes _authorization;
    private readonly NameIndex _names;
    private readonly Lazy<bool> _areRead;

    private LostAttributes(KnownTypes types)
    {
        _types = types;
        _authorization = AuthorizationTypes.Of(types);
        _names = NameIndex.Of(types.Compilation);
        _areRead = new(AreReadByCode);
    }

    public static LostAttributes Of(KnownTypes types) => types.Fact(static known => new LostAttributes(known));

    /// <summary>Whether an attribute was meant for an endpoint and stands where it has no effect: on the handler of a page, on the class or method around a mapped function.</summary>
    public bool StandOn(IMethodSymbol endpoint, EndpointKind kind)
    {
        if (kind == EndpointKind.PageHandler)
            return Carries(endpoint);
        if (kind != EndpointKind.RouteHandler)
            return false;
        for (var around = endpoint.ContainingSymbol; around is IMethodSymbol or INamedTypeSymbol; around = around.ContainingSymbol)
        {
            if (Carries(around))
                return true;
        }

        return false;
    }

    /// <summary>Whether no framework and no code of the program can be thought to read the attributes of a class and its members.</summary>
    public bool AreLostOn(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false } or { IsStatic: true } &&
        type.SelfAndBaseTypes().All(current => current.SpecialType == SpecialType.System_Object || current.HasSource() || current.Name == "BackgroundService") &&
        type.AllInterfaces.All(static item => item.HasSource() || item.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal) || item.Name == "IHostedService") &&
        HasOnlyOwnAttributes(type) && type.AllInterfaces.All(HasOnlyOwnAttributes) && IsProgram && !_areRead.Value;

    /// <summary>Whether the method maps endpoints: an attribute on it is not theirs.</summary>
    public bool Maps(IMethodSymbol method) =>
        _types["Microsoft.AspNetCore.Routing.IEndpointRouteBuilder"] is { } builder && method.Parameters.Any(parameter => parameter.Type.IsOrInherits(builder));

    /// <summary>Whether a method is only called, never handed on as a value: what is handed on may be mapped somewhere.</summary>
    public bool IsOnlyCalled(IMethodSymbol method) =>
        _names.IdentifiersOf(method.Name, CancellationToken.None).All(static token => token.Parent switch
        {
            SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } => call.Expression == access,
            SimpleNameSyntax { Parent: MemberBindingExpressionSyntax } => true,
            SimpleNameSyntax { Parent: InvocationExpressionSyntax } => true,
            SimpleNameSyntax => false,
            _ => true,
        });

    /// <summary>Whether another framework has put its mark on a member, and calls it.</summary>
    public static bool HasOnlyOwnAttributes(ISymbol symbol) => symbol.GetAttributes().All(static attribute =>
        attribute.AttributeClass is { } type && type.ContainingNamespace.ToDisplayString() is var space &&
        (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft.AspNetCore.Authorization", StringComparison.Ordinal) || space.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || type.HasSource()));

    /// <summary>Whether the compilation maps its own endpoints; a library may be read by whoever uses it.</summary>
    private bool IsProgram => _types.Compilation.GetEntryPoint(CancellationToken.None) is not null || !MappedRoutes.Of(_types).ToControllers.IsEmpty;

    private bool Carries(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && (_authorization.Demand(type) || _authorization.Allow(type)));

    private bool AreReadByCode() =>
        _types.Compilation.ReferencedAssemblyNames.Any(static assembly => s_interceptors.Any(name => assembly.Name.StartsWith(name, StringComparison.Ordinal))) ||
        _names.IdentifiersOf("DispatchProxy", CancellationToken.None).Any() ||
        new[] { "AuthorizeAttribute", "IAuthorizeData" }.Any(name => _names.IdentifiersOf(name, CancellationToken.None).Any(IsReadAt));

    /// <summary>Neither an attribute, nor a base type, nor an object that is made: <c>GetCustomAttributes&lt;AuthorizeAttribute&gt;()</c>, <c>typeof</c>, <c>OfType</c>.</summary>
    private static bool IsReadAt(SyntaxToken token) =>
        token.Parent is SimpleNameSyntax name && name.FirstAncestorOrSelf<SyntaxNode>(static node => node is AttributeSyntax or BaseTypeSyntax or ObjectCreationExpressionSyntax or TypeOfExpressionSyntax or TypeArgumentListSyntax or StatementSyntax or MemberDeclarationSyntax) is
            TypeOfExpressionSyntax or TypeArgumentListSyntax or StatementSyntax;
}
