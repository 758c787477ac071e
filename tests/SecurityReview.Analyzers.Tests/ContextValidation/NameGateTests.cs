using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.ContextValidation.ClientPrivilege;
using SecurityReview.Analyzers.ContextValidation.TakenOwner;
using SecurityReview.Analyzers.ContextValidation.UncheckedResult;
using SecurityReview.Analyzers.DataAccess;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Where the syntax around a name says that a rule has nothing to look at, so that the body is not bound for it.</summary>
public class NameGateTests
{
    [Theory]
    [InlineData("if (order.UserId != caller.Id) { }", true)]
    [InlineData("if (caller.Id == order.UserId.ToString()) { }", true)]
    [InlineData("return Guid.Parse(order.UserId) == id;", true)]
    [InlineData("return order.UserId.Equals(id);", true)]
    [InlineData("return id.Equals(order?.UserId);", true)]
    [InlineData("return order?.UserId.Equals(id);", true)]
    [InlineData("return order.UserId?.Equals(id);", true)]
    [InlineData("return Equals(order.UserId, id);", true)]
    [InlineData("return orders.Where(order => order.UserId == id);", true)]
    [InlineData("return id switch { _ when order.UserId == id => 1 };", true)]
    [InlineData("if (order.UserId == null) { }", false)]
    [InlineData("order.UserId = id;", false)]
    [InlineData("Load(order.UserId);", false)]
    [InlineData("if (all.Count == orders.Count(order => Is(order.UserId))) { }", false)]
    public void ComparedName(string statement, bool counts) => Assert.Equal(counts, Counts(BodyWords.Of("UserId").Where(OwnerComparisonReader.MayBeCompared), statement));

    [Theory]
    [InlineData("user.IsAdmin = flag;", true)]
    [InlineData("var user = new User { IsAdmin = flag };", true)]
    [InlineData("if (request.IsAdmin) { }", true)]
    [InlineData("if (all && request.IsAdmin) { }", true)]
    [InlineData("return request.IsAdmin ? 1 : 2;", true)]
    [InlineData("Load(request.IsAdmin);", false)]
    [InlineData("flag = request.IsAdmin;", false)]
    [InlineData("if (users.Any(user => user.IsAdmin)) { }", false)]
    [InlineData("return flag ? request.IsAdmin : 2;", false)]
    public void GrantedPrivilege(string statement, bool counts) => Assert.Equal(counts, Counts(BodyWords.Of("IsAdmin").Where(PrivilegeSinks.MayGrant), statement));

    [Theory]
    [InlineData("manager.AddToRoleAsync(user, name);", true)]
    [InlineData("Load(new Claim(kind, name));", true)]
    public void GrantingCall(string statement, bool counts) => Assert.Equal(counts, Counts(BodyWords.Of("AddToRoleAsync", "Claim").Where(PrivilegeSinks.MayGrant), statement));

    [Theory]
    [InlineData("db.Add(given);", true)]
    [InlineData("db.Add((User)given!);", true)]
    [InlineData("Func<User, int> f = user => db.Add(user);", true)]
    [InlineData("Func<User, int> f = (user) => db.Add(user);", true)]
    [InlineData("int Keep(User user) => db.Add(user);", true)]
    [InlineData("db.Add(held);", true)]
    [InlineData("db.Add(other);", false)]
    [InlineData("db.Add(new User());", false)]
    [InlineData("db.Add(given.Name);", false)]
    public void StoredParameter(string statement, bool counts) => Assert.Equal(counts, Counts(BodyWords.OfCalls("Add").Where(OverPosting.MayStoreParameter), statement));

    [Theory]
    [InlineData("rows.Where(text);", true)]
    [InlineData("rows.Where();", true)]
    [InlineData("rows.Where(text, row => row.Id);", true)]
    [InlineData("Load(rows.Where);", true)]
    [InlineData("rows.Where(row => row.Id == id);", false)]
    [InlineData("rows?.Where(delegate (Row row) { return true; });", false)]
    public void GivenText(string statement, bool counts) => Assert.Equal(counts, Counts(BodyWords.Of("Where").Where(TextSinks.MayTakeText), statement));

    [Theory]
    [InlineData("checks.IsAllowed(user);", true)]
    [InlineData("await checks.IsAllowedAsync(user).ConfigureAwait(false);", true)]
    [InlineData("var isAllowed = checks.IsAllowed(user);", true)]
    [InlineData("return checks.IsAllowed(user);", true)]
    [InlineData("logger.LogInformation(\"{A}\", checks.IsAllowed(user));", true)]
    [InlineData("manager.ResetPasswordAsync(user, token, password);", true)]
    [InlineData("hasher.VerifyHashedPassword(user, hash, password);", true)]
    [InlineData("names.IsUnique(user);", true)]
    [InlineData("policies.For(user).IsRequired(user);", true)]
    [InlineData("if (checks.IsAllowed(user)) { }", false)]
    [InlineData("if (await checks.IsAllowedAsync(user).ConfigureAwait(false)) { }", false)]
    [InlineData("while (all && (checks.IsAllowed(user))) { }", false)]
    [InlineData("return !checks.IsAllowed(user);", false)]
    [InlineData("return checks.IsAllowed(user) ? 1 : 2;", false)]
    [InlineData("entity.HasKey(row => row.Id);", false)]
    [InlineData("entity.Property(row => row.Name).HasMaxLength(10).IsRequired();", false)]
    [InlineData("names.Contains(name);", false)]
    public void UntestedCheck(string statement, bool counts) => Assert.Equal(counts, Counts(SecurityChecks.WordsIn(KnownTypes.Of(CSharpCompilation.Create("Test"))), statement));

    private static bool Counts(BodyWords words, string statement)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C(User held) {{ async Task F(User given) {{ {statement} }} }}", path: "A.cs");
        return words.StandIn(tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(), CancellationToken.None);
    }
}
