using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.Analyzers;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>Registers problem details where the application is built, and lets the framework's handler answer with them outside of development.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingErrorHandlerFixer))]
public sealed class MissingErrorHandlerFixer() : ReviewFixProvider(RuleIds.ErrorHandlerMissing, AddHandler, "Handle exceptions in production")
{
    /// <summary>The equivalence key of the repair.</summary>
    public const string AddHandler = "exception.add_error_handler";

    private const string Services = "Services";
    private const string Problems = "AddProblemDetails";
    private const string Handler = "UseExceptionHandler";

    /// <inheritdoc/>
    internal override ImmutableArray<Repair> Plan(RepairContext context)
    {
        if (BuildOf(context) is not var (application, builder, built) || Statements.After(built) is not { } next || !HasMember(builder, Services, Problems, next, context) ||
            context.Model.LookupSymbols(next.SpanStart, TypeOf(application, context), Handler, includeReducedExtensionMethods: true).Length == 0 || !context.Pass.Claim(built) ||
            DevelopmentTest.Of(Member(application, "Environment"), next, context) is not { } isDevelopment)
        {
            return ImmutableArray<Repair>.Empty;
        }

        // Elastic trivia between top-level statements would become an empty line.
        var register = Call(Member(builder, Services), Problems).WithLeadingTrivia(SyntaxFactory.TriviaList()).WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        var use = SyntaxFactory.IfStatement(SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, isDevelopment), SyntaxFactory.Block(Call(application, Handler)))
            .WithLeadingTrivia(SyntaxFactory.TriviaList()).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        var isRegistered = NamedCalls.In(context.Model.Compilation, [Problems]).Any();
        return ImmutableArray.Create(Repair.OfSyntax("Handle exceptions in production", AddHandler, editor =>
        {
            if (!isRegistered)
                Statements.InsertBefore(editor, built, register);
            Statements.InsertBefore(editor, next, Statements.SetOff(use, next));
        }));
    }

    /// <summary><c>var app = builder.Build();</c>, of the application that is run; null where it is built in another way.</summary>
    private static (IdentifierNameSyntax Application, IdentifierNameSyntax Builder, StatementSyntax Statement)? BuildOf(RepairContext context)
    {
        if (context.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name } } ||
            context.Model.GetSymbolInfo(name, context.CancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } declared } ||
            declared[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax build } declarator ||
            build.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Build", Expression: IdentifierNameSyntax builder } ||
            declarator.Parent is not VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax statement })
        {
            return null;
        }

        return (SyntaxFactory.IdentifierName(name.Identifier.WithoutTrivia()), builder, statement);
    }

    private static INamedTypeSymbol? TypeOf(IdentifierNameSyntax application, RepairContext context) =>
        application.IsMissing ? null : context.Model.Compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Builder.WebApplication");

    private static bool HasMember(IdentifierNameSyntax builder, string property, string extension, StatementSyntax at, RepairContext context) =>
        context.Model.GetTypeInfo(builder, context.CancellationToken).Type is { } type &&
        type.SelfAndBaseTypes().SelectMany(current => current.GetMembers(property)).OfType<IPropertySymbol>().FirstOrDefault() is { } services &&
        context.Model.LookupSymbols(at.SpanStart, services.Type as INamedTypeSymbol, extension, includeReducedExtensionMethods: true).Length > 0;

    private static MemberAccessExpressionSyntax Member(IdentifierNameSyntax holder, string name) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, holder.WithoutTrivia(), SyntaxFactory.IdentifierName(name));

    private static ExpressionStatementSyntax Call(ExpressionSyntax receiver, string method) =>
        SyntaxFactory.ExpressionStatement(SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName(method)))).WithAdditionalAnnotations(Formatter.Annotation);
}
