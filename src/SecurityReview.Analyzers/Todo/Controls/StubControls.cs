using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.Analyzers.Todo.Security;

namespace SecurityReview.Analyzers.Todo.Controls;

/// <summary>Judges whether a function that says yes to everything was to decide about security.</summary>
internal sealed class StubControls(KnownTypes types, DecisionMethods decisions, DevelopmentGuards guards)
{
    /// <summary>Whether a method with such a body is a stub.</summary>
    public bool IsStub(IMethodSymbol method, SyntaxNode yes, SemanticModel model, CancellationToken cancellation)
    {
        if (!decisions.Contains(method) || guards.Cover(yes, model, cancellation))
            return false;
        if (method.MethodKind == MethodKind.LocalFunction || DecisionMethods.IsCertificateCallback(method))
            return !IsUsedInDevelopmentOnly(method.Name, cancellation, static name => name is IdentifierNameSyntax);
        var type = method.ContainingType;
        if (decisions.IsFrameworks(method))
            return !IsUsedInDevelopmentOnly(type.Name, cancellation, IsRegistration);
        return !IsExtensionPoint(method) && !IsDeliberate(type, method) && !IsUsedInDevelopmentOnly(type.Name, cancellation, IsRegistration);
    }

    /// <summary>A default that derived types restrict, or the rule for one of several kinds of objects: yes is an answer there.</summary>
    private static bool IsExtensionPoint(IMethodSymbol method) =>
        method.IsVirtual || method.ContainingType.TypeKind == TypeKind.Interface ||
        method.OverriddenMethod is { } overridden && overridden.Locations.Any(location => location.IsInSource);

    private static bool IsDeliberate(INamedTypeSymbol type, IMethodSymbol method) =>
        DecisionWords.Deliberate.Find(PlainWords.Of(type.Name)).Any() ||
        (method.DeclaredAccessibility == Accessibility.Private && method.ReturnType.SpecialType == SpecialType.System_Boolean && method.Parameters.IsEmpty);

    /// <summary>Whether the name is used, and every use is under a development guard.</summary>
    private bool IsUsedInDevelopmentOnly(string name, CancellationToken cancellation, Func<SimpleNameSyntax, bool> isUse)
    {
        var any = false;
        foreach (var token in NameIndex.Of(types.Compilation).IdentifiersOf(name, cancellation))
        {
            if (token.Parent is not SimpleNameSyntax use || !isUse(use))
                continue;
            any = true;
            if (!guards.Cover(use, ForeignModels.Of(types.Compilation, use.SyntaxTree), cancellation))
                return false;
        }

        return any;
    }

    /// <summary><c>AddSingleton&lt;IHandler, Handler&gt;()</c>, <c>new Handler()</c>, <c>typeof(Handler)</c>.</summary>
    private static bool IsRegistration(SimpleNameSyntax name)
    {
        SyntaxNode outer = name;
        while (outer.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            outer = outer.Parent;
        return outer.Parent is TypeArgumentListSyntax { Parent: GenericNameSyntax { Parent: MemberAccessExpressionSyntax } } or BaseObjectCreationExpressionSyntax or TypeOfExpressionSyntax;
    }
}
