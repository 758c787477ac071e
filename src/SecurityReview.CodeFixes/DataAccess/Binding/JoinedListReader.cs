using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Sql.Composition;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.CodeFixes.DataAccess.Binding;

/// <summary>Reads the ways in which code strings quoted texts together: <c>Join</c> and <c>Aggregate</c>, the quotes around each or around all.</summary>
internal sealed class JoinedListReader(SemanticModel model, CancellationToken cancellation)
{
    private static readonly string s_quotedHole = $"'{SqlText.HoleMark}'";
    private static readonly Regex s_betweenQuoted = new(@"^'\s*,\s*'$", RegexOptions.CultureInvariant);
    private static readonly Regex s_between = new(@"^\s*,\s*$", RegexOptions.CultureInvariant);

    private readonly QuoteDoubling _doubling = new(model, cancellation);
    private readonly EvaluationOrder _order = new(model, cancellation);
    private readonly ImmutableArray<LocalDeclarationStatementSyntax>.Builder _unused = ImmutableArray.CreateBuilder<LocalDeclarationStatementSyntax>();

    /// <summary>The texts that an expression strings together; null where it does so in another way, or does something else.</summary>
    /// <param name="expression">The expression that fills the list.</param>
    /// <param name="isQuoted">Whether the quotes of the first and last text stand around it in the SQL.</param>
    public JoinedList? Read(ExpressionSyntax expression, bool isQuoted)
    {
        expression = Resolve(expression);
        if (!isQuoted && HoleIn(expression, s_quotedHole) is { } inner)
            (expression, isQuoted) = (Resolve(inner), true);
        if (expression is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call || model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method)
            return null;
        var arguments = call.ArgumentList.Arguments;
        return method.Name switch
        {
            "Join" when method.ContainingType.SpecialType == SpecialType.System_String && arguments.Count == 2 => Joined(arguments[0].Expression, Resolve(arguments[1].Expression), isQuoted),
            "Aggregate" when isQuoted && arguments.Count == 1 => Aggregated(member.Expression, arguments[0].Expression),
            _ => null,
        };
    }

    private JoinedList? Joined(ExpressionSyntax separator, ExpressionSyntax items, bool isQuoted)
    {
        if (model.GetConstantValue(separator, cancellation).Value?.ToString() is not { } between || !(isQuoted ? s_betweenQuoted : s_between).IsMatch(between))
            return null;
        if (Selection(items) is not var (source, parameter, selected))
            return isQuoted ? ListOf(items, null, null, isQuotedOutside: true) : null;
        if (isQuoted)
            return ListOf(source, parameter, selected, isQuotedOutside: true);
        return HoleIn(selected, s_quotedHole) is { } element ? ListOf(source, parameter, element, isQuotedOutside: false) : null;
    }

    /// <summary>What a lambda of two parameters puts a comma between.</summary>
    private JoinedList? Aggregated(ExpressionSyntax source, ExpressionSyntax step)
    {
        if (step is not ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 2 } parameters, ExpressionBody: { } body } || Composed(body) is not { } text)
            return null;
        var sql = text.Sql.Text;
        var filled = text.Holes.Select(static hole => hole.Expression.ToString());
        return sql.Length > 2 && s_betweenQuoted.IsMatch(sql.Substring(1, sql.Length - 2)) && filled.SequenceEqual(parameters.Select(static parameter => parameter.Identifier.ValueText))
            ? ListOf(source, null, null, isQuotedOutside: true)
            : null;
    }

    /// <summary>A call of <c>Select</c> with a lambda of one parameter.</summary>
    private static (ExpressionSyntax Source, string Parameter, ExpressionSyntax Selected)? Selection(ExpressionSyntax items)
    {
        if (items is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" } member, ArgumentList.Arguments: { Count: 1 } arguments } || arguments[0].Expression is not LambdaExpressionSyntax { ExpressionBody: { } body } lambda)
            return null;
        return lambda switch
        {
            SimpleLambdaExpressionSyntax simple => (member.Expression, simple.Parameter.Identifier.ValueText, body),
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: { Count: 1 } only } => (member.Expression, only[0].Identifier.ValueText, body),
            _ => null,
        };
    }

    private JoinedList? ListOf(ExpressionSyntax source, string? parameter, ExpressionSyntax? element, bool isQuotedOutside)
    {
        var type = model.GetTypeInfo(source, cancellation).Type;
        if (parameter is not null && element is not null)
        {
            element = _doubling.Remove(element);
            while (element is ParenthesizedExpressionSyntax parenthesized)
                element = parenthesized.Expression;
            if (element.ToString() != parameter)
            {
                if (model.GetTypeInfo(element, cancellation).Type is not { SpecialType: SpecialType.System_String } || !_order.OnlyReads(element) || _doubling.IsSuspected(element))
                    return null;
                var selected = SyntaxFactory.ParseExpression($"{UnquotedValue.Receiver(source)}.Select({parameter} => {element.WithoutTrivia()})");
                return new JoinedList(source, selected, null, Nullness.MayBeNull(element, model, moves: false, cancellation), isQuotedOutside, _unused.ToImmutable());
            }
        }

        if (_doubling.IsSuspected(source) || TextsOf(type) is not { } annotation)
            return null;
        return new JoinedList(source, source.WithoutTrivia(), type, annotation != NullableAnnotation.NotAnnotated, isQuotedOutside, _unused.ToImmutable());
    }

    /// <summary>Whether the texts of a collection may be null; null where it holds something else.</summary>
    private static NullableAnnotation? TextsOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol or IArrayTypeSymbol { Rank: 1 } && type.SequenceElement() is { SpecialType: SpecialType.System_String } text ? text.NullableAnnotation : null;

    /// <summary>What a local is declared with, if it is read here alone; the declaration is of no use any more.</summary>
    private ExpressionSyntax Resolve(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        if (expression is not IdentifierNameSyntax name || model.GetSymbolInfo(name, cancellation).Symbol is not ILocalSymbol local
            || LocalReferences.Declarator(local, cancellation) is not { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } declarator
            || LocalReferences.Of(local, LocalReferences.BodyOf(declarator), model, cancellation).Count() != 1
            || LocalReferences.BodyOf(declarator) != LocalReferences.BodyOf(name)
            || value is not (InvocationExpressionSyntax or BinaryExpressionSyntax or InterpolatedStringExpressionSyntax)
            || !(IsText(local.Type) || Selection(value) is not null))
        {
            return expression;
        }

        _unused.Add(declaration);
        return Resolve(value);
    }

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String;

    /// <summary>The expression that fills the only hole of a composed text, if the text is the one given.</summary>
    private ExpressionSyntax? HoleIn(ExpressionSyntax expression, string text) =>
        Composed(expression) is { } composed && composed.Sql.Text == text ? composed.Holes.FirstOrDefault()?.Expression : null;

    private ComposedText? Composed(ExpressionSyntax expression) =>
        TextComposer.Compose(expression, model, ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), ImmutableHashSet<SyntaxNode>.Empty, TextReading.Straight, cancellation);
}
