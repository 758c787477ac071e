using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using SecurityReview.CodeFixes.Repairs;

namespace SecurityReview.CodeFixes.ExceptionHandling.Injection;

/// <summary>A logger of a class: a parameter of its primary constructor, or a field that its constructor fills.</summary>
internal static class LoggerMember
{
    private const string Hint = "logger";

    /// <summary>The name of the member and the edit; null where the class is not made by a container alone.</summary>
    public static (string Name, Action<SyntaxEditor> Edit)? For(ClassDeclarationSyntax type, RepairContext context)
    {
        if (!ContainerMade.Is(type, context))
            return null;
        var constructors = type.Members.OfType<ConstructorDeclarationSyntax>().Where(static constructor => !constructor.Modifiers.Any(SyntaxKind.StaticKeyword)).ToList();
        var category = type.Identifier.ValueText + type.TypeParameterList;
        if (type.ParameterList is { } primary)
        {
            var name = LoggerParameter.NameIn(type);
            return constructors.Count > 0 ? null : (name, editor => editor.ReplaceNode(primary, (current, _) => LoggerParameter.With((ParameterListSyntax)current, name, InjectedLogger.TypeFor(category))));
        }

        var field = LoggerParameter.NameIn(type, "_" + Hint);
        return constructors.Count switch
        {
            0 => (field, editor => Insert(editor, type, ImmutableArray.Create(Field(field, category), Constructor(type, field, category)))),
            1 when constructors[0] is { Initializer: null or { ThisOrBaseKeyword.RawKind: (int)SyntaxKind.BaseKeyword } } constructor && (constructor.Body is not null || constructor.ExpressionBody is not null) => (field, editor =>
            {
                Fill(editor, constructor, field, category);
                Insert(editor, type, ImmutableArray.Create(Field(field, category)));
            }),
            _ => null,
        };
    }

    private static void Fill(SyntaxEditor editor, ConstructorDeclarationSyntax constructor, string field, string category)
    {
        var parameter = LoggerParameter.NameIn(constructor, Hint);
        var assignment = SyntaxFactory.ParseStatement($"{field} = {parameter};").WithAdditionalAnnotations(Formatter.Annotation);
        editor.ReplaceNode(constructor, (current, _) =>
        {
            var made = (ConstructorDeclarationSyntax)current;
            var filled = made.WithParameterList(LoggerParameter.With(made.ParameterList, parameter, InjectedLogger.TypeFor(category)));
            if (made.Body is { } body)
                return filled.WithBody(body.AddStatements(assignment));
            var block = SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(made.ExpressionBody!.Expression), assignment).WithAdditionalAnnotations(Formatter.Annotation);
            return filled.WithExpressionBody(null).WithSemicolonToken(default).WithBody(block.WithTrailingTrivia(made.GetTrailingTrivia())).WithAdditionalAnnotations(Formatter.Annotation);
        });
    }

    /// <summary>New members after the first fields, set off from what follows.</summary>
    private static void Insert(SyntaxEditor editor, ClassDeclarationSyntax type, ImmutableArray<MemberDeclarationSyntax> members) => editor.ReplaceNode(type, (current, _) =>
    {
        var changed = (ClassDeclarationSyntax)current;
        var at = changed.Members.TakeWhile(static member => member is FieldDeclarationSyntax).Count();
        var isSetOff = at == changed.Members.Count || (at > 0 && members.Length == 1) || changed.Members[at].GetLeadingTrivia().FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        var added = members.Select((member, index) =>
        {
            var isLast = index == members.Length - 1;
            return member.WithTrailingTrivia(isLast && isSetOff ? SyntaxFactory.TriviaList(LineBreak) : SyntaxFactory.TriviaList(LineBreak, LineBreak));
        });
        return changed.WithMembers(changed.Members.InsertRange(at, added));
    });

    private static SyntaxTrivia LineBreak => SyntaxFactory.EndOfLine("\n");

    private static MemberDeclarationSyntax Field(string name, string category) =>
        SyntaxFactory.FieldDeclaration(SyntaxFactory.VariableDeclaration(InjectedLogger.TypeFor(category)).AddVariables(SyntaxFactory.VariableDeclarator(name)))
            .AddModifiers(SyntaxFactory.Token(SyntaxKind.PrivateKeyword), SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword)).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);

    private static MemberDeclarationSyntax Constructor(ClassDeclarationSyntax type, string field, string category) =>
        SyntaxFactory.ConstructorDeclaration(type.Identifier.ValueText).AddModifiers(SyntaxFactory.Token(SyntaxKind.PublicKeyword))
            .WithParameterList(LoggerParameter.With(SyntaxFactory.ParameterList(), Hint, InjectedLogger.TypeFor(category)))
            .WithBody(SyntaxFactory.Block(SyntaxFactory.ParseStatement($"{field} = {Hint};"))).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
}
