using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.CodeFixes.Repairs;
using SecurityReview.CodeFixes.Syntax;

namespace SecurityReview.CodeFixes.ExceptionHandling;

/// <summary>The rewriting of one catch clause: what is done first, what last, and a name for the exception where one is needed.</summary>
internal sealed class CatchEdit
{
    private readonly CatchClauseSyntax _clause;
    private readonly RepairContext _context;
    private readonly List<StatementSyntax> _first = new();
    private readonly List<StatementSyntax> _last = new();
    private string? _newName;

    public CatchEdit(CatchClauseSyntax clause, RepairContext context)
    {
        _clause = clause;
        _context = context;
    }

    /// <summary>Whether the block logs something already, whatever it says.</summary>
    public bool Logs => _clause.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(CaughtException.IsLogCall);

    /// <summary>Logs the exception first; false where no logger is in scope.</summary>
    public bool Log()
    {
        if (LoggerInScope.At(_clause.Block, _context) is not { } logger)
            return false;
        Log(logger);
        return true;
    }

    /// <summary>Logs the exception first, with a logger that is known.</summary>
    public void Log(LoggerInScope logger) =>
        _first.Add(SyntaxFactory.ExpressionStatement(logger.Error(SyntaxFactory.IdentifierName(NameOfException()), Failure()))
            .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));

    /// <summary>Adds a statement at the end of the block.</summary>
    public void Add(StatementSyntax statement) => _last.Add(statement.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation));

    /// <summary>Makes the edits.</summary>
    /// <param name="removed">Statements of the block that go; null for none.</param>
    public void Apply(SyntaxEditor editor, Func<StatementSyntax, bool>? removed = null) => editor.ReplaceNode(_clause, (current, _) =>
    {
        var clause = (CatchClauseSyntax)current;
        var kept = clause.Block.Statements.Where(statement => removed is null || !removed(statement));
        return clause.WithDeclaration(Declaration(clause)).WithBlock(BlockOf(clause.Block, SyntaxFactory.List(_first.Concat(kept).Concat(_last))))
            .WithCatchKeyword(clause.Declaration is null && _newName is not null ? clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space) : clause.CatchKeyword);
    });

    /// <summary>Braces on one line cannot hold what is added; those with a comment stay as they are.</summary>
    private static BlockSyntax BlockOf(BlockSyntax block, SyntaxList<StatementSyntax> statements)
    {
        var changed = block.WithStatements(statements);
        var isPlain = block.OpenBraceToken.TrailingTrivia.Concat(block.CloseBraceToken.LeadingTrivia).All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return isPlain
            ? SyntaxFactory.Block(statements).WithTrailingTrivia(block.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)
            : changed;
    }

    private CatchDeclarationSyntax? Declaration(CatchClauseSyntax clause)
    {
        if (_newName is null)
            return clause.Declaration;
        var identifier = SyntaxFactory.Identifier(_newName);
        if (clause.Declaration is { } declaration)
            return declaration.WithType(declaration.Type.WithTrailingTrivia(SyntaxFactory.Space)).WithIdentifier(identifier);
        var type = SyntaxFactory.ParseTypeName("global::System.Exception").WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
        return SyntaxFactory.CatchDeclaration(type.WithTrailingTrivia(SyntaxFactory.Space), identifier).WithTrailingTrivia(clause.CatchKeyword.TrailingTrivia);
    }

    private string NameOfException()
    {
        if (_clause.Declaration is { Identifier.ValueText: { Length: > 0 } name })
            return name;
        // A catch within a catch sees the name of the outer one, also where this run gives it.
        var scope = _clause.Ancestors().OfType<CatchClauseSyntax>().LastOrDefault() ?? _clause;
        var taken = new HashSet<string>(
            _context.Model.LookupSymbols(_clause.Block.SpanStart).Where(static symbol => symbol is ILocalSymbol or IParameterSymbol).Select(static symbol => symbol.Name)
                .Concat(_clause.Block.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)),
            StringComparer.Ordinal);
        return _newName ??= FreeName.Like("exception", candidate => !taken.Contains(candidate) && _context.Pass.TakeName(scope, candidate));
    }

    /// <summary>What failed, by the name of the function.</summary>
    private string Failure()
    {
        ISymbol? symbol = EnclosingFunction.Of(_clause, _context.Model, _context.CancellationToken)?.Symbol;
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LambdaMethod })
            symbol = symbol.ContainingSymbol;
        var name = symbol switch
        {
            IMethodSymbol { AssociatedSymbol: { } member } => member.Name,
            IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method => method.Name,
            _ => "",
        };
        return name.Length == 0 || name.Any(static letter => letter is '<' or '.' or '[') ? "The operation failed." : name + " failed.";
    }
}
