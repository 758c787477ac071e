using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.DeleteRace;

/// <summary>What a function does when nothing was deleted, by its shape: a result that says so, false, or an exception.</summary>
internal static class NothingDeleted
{
    private const string NotFoundAnswer = "NotFound";
    private const string ResultInterface = "Microsoft.AspNetCore.Http.IResult";

    /// <summary>The statement; null where the function has no way to tell, or telling would break it.</summary>
    public static StatementSyntax? In(DeleteSite site, RepairContext context) => In(site, context, NotFoundAnswer);

    /// <summary>The same with another answer of an endpoint: <c>Conflict</c>.</summary>
    public static StatementSyntax? In(DeleteSite site, RepairContext context, string answerName)
    {
        var generator = SyntaxGenerator.GetGenerator(context.Document);
        if (ResultOf(site.Symbol) is not { } result)
            return IsFreeToThrow(site.Symbol) ? Throw(site, context, generator) : null;
        if (result.SpecialType == SpecialType.System_Boolean)
            return Return(generator.FalseLiteralExpression());
        return Answer(answerName, result, site, context.Model.Compilation, generator) is { } answer ? Return(answer) : null;
    }

    /// <summary>The same where going on would throw anyway: an exception is never worse.</summary>
    public static StatementSyntax? OrThrow(DeleteSite site, RepairContext context) =>
        In(site, context) ?? Throw(site, context, SyntaxGenerator.GetGenerator(context.Document));

    /// <summary>The type that a <c>return</c> of the function gives; null where it gives none.</summary>
    private static ITypeSymbol? ResultOf(IMethodSymbol function)
    {
        if (function.ReturnsVoid)
            return null;
        var type = function.ReturnType;
        if (type is INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System", "Threading", "Tasks"))
            return null;
        return function.IsAsync ? type.UnwrapTask() : type;
    }

    /// <summary>An exception in <c>async void</c> ends the process, and a lambda without a result may be an event handler.</summary>
    private static bool IsFreeToThrow(IMethodSymbol function) =>
        !function.ReturnsVoid || (!function.IsAsync && function.MethodKind != MethodKind.AnonymousFunction);

    private static StatementSyntax Return(SyntaxNode value) =>
        SyntaxFactory.ReturnStatement((ExpressionSyntax)value);

    private static StatementSyntax? Throw(DeleteSite site, RepairContext context, SyntaxGenerator generator)
    {
        if (NotFoundException.Of(context) is not { } exception)
            return null;
        var arguments = exception.TakesMessage ? new[] { generator.LiteralExpression($"{(IsName(site.Target) ? site.Target : "Record")} not found.") } : [];
        return (StatementSyntax)generator.ThrowStatement(generator.ObjectCreationExpression(TypeOf(exception.Type, generator), arguments));
    }

    /// <summary>The key of an entry may be any expression, which says nothing to a reader of the message.</summary>
    private static bool IsName(string target) => target.Length > 0 && target.All(static character => char.IsLetterOrDigit(character) || character is '_' or '.');

    private static SyntaxNode? Answer(string name, ITypeSymbol result, DeleteSite site, Compilation compilation, SyntaxGenerator generator)
    {
        var minimal = compilation.GetTypeByMetadataName(ResultInterface);
        if (result.IsOrInherits(minimal))
            return MinimalAnswer(name, result, site, compilation, minimal!, generator);
        if (!IsStatic(site.Symbol) && OwnAnswer(name, site.Symbol.ContainingType) is { } own && IsImplicit(compilation, own.ReturnType, result))
            return generator.InvocationExpression(generator.IdentifierName(own.Name));
        return compilation.GetTypeByMetadataName($"Microsoft.AspNetCore.Mvc.{name}Result") is { } type && IsImplicit(compilation, type, result)
            ? generator.ObjectCreationExpression(TypeOf(type, generator))
            : null;
    }

    /// <summary>
    /// <c>Results.NotFound()</c> for the interface, <c>TypedResults.NotFound()</c> for a union that has it. A lambda without a declared
    /// type finds the interface as the common type of its results.
    /// </summary>
    private static SyntaxNode? MinimalAnswer(string name, ITypeSymbol result, DeleteSite site, Compilation compilation, INamedTypeSymbol minimal, SyntaxGenerator generator)
    {
        var isInferred = site.Function is LambdaExpressionSyntax and not ParenthesizedLambdaExpressionSyntax { ReturnType: not null } && !IsUnion(result);
        if (isInferred || SymbolEqualityComparer.Default.Equals(result, minimal))
            return Call(compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.Results"), name, generator);
        return compilation.GetTypeByMetadataName($"Microsoft.AspNetCore.Http.HttpResults.{name}") is { } type && IsImplicit(compilation, type, result)
            ? Call(compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.TypedResults"), name, generator)
            : null;
    }

    private static bool IsUnion(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Results", Arity: > 1 };

    private static SyntaxNode? Call(INamedTypeSymbol? factory, string name, SyntaxGenerator generator) => factory is null
        ? null
        : generator.InvocationExpression(generator.MemberAccessExpression(TypeOf(factory, generator), name));

    /// <summary>The <c>NotFound()</c> that a controller or page has.</summary>
    private static IMethodSymbol? OwnAnswer(string name, INamedTypeSymbol type) =>
        type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(name)).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { IsStatic: false, Parameters.Length: 0 } && method.DeclaredAccessibility != Accessibility.Private);

    private static bool IsStatic(IMethodSymbol function)
    {
        for (ISymbol? current = function; current is IMethodSymbol method; current = current.ContainingSymbol)
        {
            if (method.IsStatic)
                return true;
        }

        return false;
    }

    private static bool IsImplicit(Compilation compilation, ITypeSymbol from, ITypeSymbol to) =>
        compilation.ClassifyCommonConversion(from, to) is { Exists: true, IsImplicit: true };

    private static SyntaxNode TypeOf(INamedTypeSymbol type, SyntaxGenerator generator) =>
        generator.TypeExpression(type).WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
}
