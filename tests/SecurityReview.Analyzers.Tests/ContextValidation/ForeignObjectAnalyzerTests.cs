using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using SecurityReview.Analyzers.ContextValidation;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

public class ForeignObjectAnalyzerTests
{
    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) { var order = await db.Orders.[|FindAsync|](id); return order is null ? NotFound() : Ok(order); }")]
    [InlineData("public async Task<ActionResult<Order>> Get(int id) { var order = await db.Orders.[|FirstOrDefaultAsync|](x => x.Id == id); if (order == null) return NotFound(); return order; }")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.AsNoTracking().Include(x => x.Lines).Where(x => x.Id == id).[|SingleAsync|]());")]
    [InlineData("public async Task<IActionResult> Get(int id) { var dto = await db.Orders.Where(x => x.Id == id).Select(x => new { x.Total, x.UserId }).[|FirstOrDefaultAsync|](); return dto is null ? NotFound() : Ok(dto); }")]
    [InlineData("public IActionResult Get([FromRoute] Guid id) { var invoice = db.Invoices.[|Single|](i => i.Id.Equals(id)); return new JsonResult(new { invoice.Amount }); }")]
    [InlineData("public Order? Get(int id) => db.Orders.[|Find|](id);")]
    [InlineData("public async Task<IActionResult> Get(string number) { var invoice = await db.Set<Invoice>().[|FirstOrDefaultAsync|](i => i.Number == number); return Ok(invoice); }")]
    [InlineData("public async Task<IActionResult> Get(int id) { var query = from o in db.Orders where o.Id == id select o; return Ok(await query.[|SingleOrDefaultAsync|]()); }")]
    [InlineData("public async Task<IActionResult> Get(string key) { if (!Guid.TryParse(key, out var id)) return BadRequest(); return Ok(await db.[|FindAsync|]<Invoice>(id) is { } invoice ? invoice.Amount : 0); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "ef", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "returned", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "owned", Verdict.Reports)]
    public Task LoadedAndAnswered_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Cancel(int id) { var order = await db.Orders.[|FindAsync|](id); if (order is null) return NotFound(); order.Status = \"cancelled\"; await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task Cancel(int id) { if (await db.Orders.[|SingleOrDefaultAsync|](o => o.Id == id) is { } order) { order.Cancel(); await db.SaveChangesAsync(); } }")]
    [InlineData("public async Task<IActionResult> Delete(int id) { var order = await db.Orders.[|FirstAsync|](o => o.Id == id); db.Orders.Remove(order); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Put(int id, Change change) { var order = await db.Orders.[|FindAsync|](id); db.Entry(order!).CurrentValues.SetValues(change); await db.SaveChangesAsync(); return NoContent(); } public record Change(string Status);")]
    [InlineData("public async Task<IActionResult> Add(int id, OrderLine line) { var order = await db.Orders.Include(o => o.Lines).[|FirstAsync|](o => o.Id == id); order.Lines.Add(line); await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Put(Change change) { var order = await db.Orders.[|FindAsync|](change.Id); order!.Total += change.Total; await db.SaveChangesAsync(); return NoContent(); } public record Change(int Id, decimal Total);")]
    [Clause(RuleIds.ForeignObjectLoaded, "returned", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "remote", Verdict.Reports)]
    public Task LoadedAndChanged_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Exists(int id) { var order = await db.Orders.FindAsync(id); return order is null ? NotFound() : NoContent(); }")]
    [InlineData("public async Task<IActionResult> Copy(int id) { if (await db.Orders.FirstOrDefaultAsync(o => o.Id == id) == null) return NotFound(); logger.LogInformation(\"seen\"); return Ok(); }")]
    [InlineData("public async Task<int> Count(int id) => await db.Orders.CountAsync(o => o.Id == id);")]
    [Clause(RuleIds.ForeignObjectLoaded, "returned", Verdict.IsSilent)]
    [Clause(RuleIds.ForeignObjectLoaded, "ef", Verdict.IsSilent)]
    public Task OnlyAskedFor_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Pay(Guid id) { var rows = await db.Invoices.Where(i => i.Id == id).[|ExecuteUpdateAsync|](set => set.SetProperty(i => i.Paid, true)); return rows == 0 ? NotFound() : NoContent(); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "update", Verdict.Reports)]
    public Task ExecuteUpdateById_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public Task<int> Pay(Guid id) { var tenant = me.TenantId; return db.Invoices.Where(i => i.Id == id && i.TenantId == tenant).ExecuteUpdateAsync(set => set.SetProperty(i => i.Paid, true)); }")]
    [InlineData("public Task<int> Close() => db.Invoices.Where(i => i.Amount == 0).ExecuteUpdateAsync(set => set.SetProperty(i => i.Paid, true));")]
    [InlineData("public Task<int> Delete(Guid id) => db.Invoices.Where(i => i.Id == id).ExecuteDeleteAsync();")]
    [Clause(RuleIds.ForeignObjectLoaded, "update", Verdict.IsSilent)]
    public Task ExecuteUpdateOfOwnRows_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) { var order = await connection.[|QuerySingleOrDefaultAsync|]<Order>(\"SELECT * FROM Orders WHERE Id = @id\", new { id }); return Ok(order); }")]
    [InlineData("public Order Get(int id) { const string sql = \"select o.* from orders o where o.id = @Key\"; return connection.[|QueryFirst|]<Order>(sql, new { Key = id }); }")]
    [InlineData("public IActionResult Get(int id) { using var command = connection.CreateCommand(); command.CommandText = \"SELECT Total FROM Orders WHERE Id = @id\"; command.Parameters.AddWithValue(\"@id\", id); using var reader = command.[|ExecuteReader|](); return Ok(reader.Read() ? reader.GetDecimal(0) : 0); }")]
    [InlineData("public async Task<IActionResult> Put(int id, string status) { await connection.[|ExecuteAsync|](\"UPDATE Orders SET Status = @status WHERE Id = @id\", new { id, status }); return NoContent(); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "sql", Verdict.Reports)]
    public Task SqlByKey_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(Sql(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await connection.QuerySingleOrDefaultAsync<Order>(\"SELECT * FROM Orders WHERE Id = @id AND UserId = @me\", new { id, me = me.Id }));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await connection.QueryAsync<Order>(\"SELECT o.* FROM Orders o JOIN Members m ON m.ProjectId = o.ProjectId AND m.user_id = @me WHERE o.Id = @id\", new { id, me = me.Id }));")]
    [InlineData("public async Task<IActionResult> Mine() => Ok(await connection.QueryAsync<Order>(\"SELECT * FROM Orders WHERE UserId = @id\", new { id = me.Id }));")]
    [InlineData("public async Task<IActionResult> Put(int id, string status) { await connection.ExecuteAsync(\"UPDATE Orders SET Status = @status WHERE Id = @id AND UserId = @user\", new { id, status, user = me.Id }); return NoContent(); }")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await connection.QuerySingleOrDefaultAsync<Article>(\"SELECT * FROM Articles WHERE Id = @id\", new { id }));")]
    [Clause(RuleIds.ForeignObjectLoaded, "sql", Verdict.IsSilent)]
    public Task SqlWithTheOwner_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Sql(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get() => Ok(await db.Orders.FirstOrDefaultAsync(o => o.UserId == me.Id));")]
    [InlineData("public async Task<IActionResult> Get() { var id = await db.Orders.Select(o => o.Id).MaxAsync(); return Ok(await db.Orders.FindAsync(id)); }")]
    [InlineData("public async Task<IActionResult> Get() { var project = await db.Projects.FirstAsync(p => p.OwnerId == me.Id); return Ok(await db.Milestones.FindAsync(project.Id)); }")]
    [InlineData("public async Task<IActionResult> Default() => Ok(await db.Orders.FindAsync(1));")]
    [Clause(RuleIds.ForeignObjectLoaded, "remote", Verdict.IsSilent)]
    public Task IdThatNoClientChooses_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Articles.FindAsync(id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Products.FirstOrDefaultAsync(p => p.Id == id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Lines.FindAsync(id));")]
    [Clause(RuleIds.ForeignObjectLoaded, "owned", Verdict.IsSilent)]
    public Task EntityWithoutAnOwner_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "evidence", Verdict.Reports)]
    public Task KeyThatIsFilledFromTheCallerElsewhere_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(Accounts("public Task Add() { db.Add(new Booking { AccountId = me.AccountId }); return db.SaveChangesAsync(); }", "[|FindAsync|]"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "evidence", Verdict.IsSilent)]
    public Task KeyThatIsOnlyAReference_IsSilent() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(Accounts("public Task Add(int account) { db.Add(new Booking { AccountId = account }); return db.SaveChangesAsync(); }", "FindAsync"));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FirstOrDefaultAsync(o => o.Id == id && o.UserId == me.Id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.Where(o => o.UserId == User.GetUserId()).Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Milestones.FirstOrDefaultAsync(m => m.Id == id && m.Project.OwnerId == me.Id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Projects.FirstOrDefaultAsync(p => p.Id == id && p.Members.Any(m => m.UserId == me.Id)));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Projects.FirstOrDefaultAsync(p => p.Id == id && db.Members.Any(m => m.ProjectId == p.Id && m.UserId == me.Id)));")]
    [InlineData("public async Task<IActionResult> Get(Guid id) { var tenants = new List<Guid> { me.TenantId }; return Ok(await db.Invoices.FirstOrDefaultAsync(i => i.Id == id && tenants.Contains(i.TenantId))); }")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await Mine().FirstOrDefaultAsync(o => o.Id == id)); private IQueryable<Order> Mine() => db.Orders.Where(o => o.UserId == me.Id);")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await (from o in db.Orders where o.Id == id && o.UserId == me.Id select o).FirstOrDefaultAsync());")]
    [InlineData("public async Task<IActionResult> Get(int id) { if (!await db.Orders.AnyAsync(o => o.Id == id && o.UserId == me.Id)) return NotFound(); return Ok(await db.Orders.FindAsync(id)); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "predicate", Verdict.IsSilent)]
    public Task OwnerInThePredicate_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.[|FirstOrDefaultAsync|](o => o.Id == id && o.Status != \"deleted\"));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.Where(o => o.UserId != null).[|FirstOrDefaultAsync|](o => o.Id == id));")]
    [InlineData("public async Task<IActionResult> Get(int id) => Ok(await Open().[|FirstOrDefaultAsync|](o => o.Id == id)); private IQueryable<Order> Open() => db.Orders.Where(o => o.Status == \"open\");")]
    [Clause(RuleIds.ForeignObjectLoaded, "predicate", Verdict.Reports)]
    public Task OtherPredicate_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("if (order == null) return NotFound(); if (order.UserId != me.Id) return Forbid(); return Ok(order);")]
    [InlineData("if (order is null || order.UserId != User.GetUserId()) return NotFound(); return Ok(order);")]
    [InlineData("return order?.UserId == me.Id ? Ok(order) : NotFound();")]
    [InlineData("if (order?.UserId.Equals(me.Id) != true) throw new UnauthorizedAccessException(); return Ok(order);")]
    [InlineData("var owner = order!.UserId; var isMine = owner == me.Id; if (!isMine && !me.IsAdmin) return Forbid(); return Ok(order);")]
    [InlineData("if (order!.UserId == me.Id) return Ok(order); return Forbid();")]
    [InlineData("return order switch { null => NotFound(), var found when found.UserId == me.Id => Ok(found), _ => Forbid() };")]
    [InlineData("if (order!.UserId == me.Id) { order.Status = \"seen\"; await db.SaveChangesAsync(); } return NoContent();")]
    [InlineData("Ensure(order!.UserId == me.Id); return Ok(order); static void Ensure(bool condition) { if (!condition) throw new InvalidOperationException(); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "guard", Verdict.IsSilent)]
    public Task Guard_IsSilent(string rest) =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller($"public async Task<IActionResult> Get(int id) {{ var order = await db.Orders.FindAsync(id); {rest} }}"));

    [Theory]
    [InlineData("if (order!.UserId != me.Id) logger.LogWarning(\"foreign\"); return Ok(order);")]
    [InlineData("return Ok(new { order!.Total, IsMine = order.UserId == me.Id });")]
    [InlineData("var other = await db.Orders.FirstAsync(o => o.UserId == me.Id); if (other.Status != \"open\") return Forbid(); return Ok(order);")]
    [InlineData("if (order!.UserId == \"\") return NotFound(); return Ok(order);")]
    [InlineData("if (order!.Status == \"cancelled\") return Forbid(); return Ok(order);")]
    [InlineData("logger.LogInformation(\"{Owner}\", order!.UserId); return Ok(order);")]
    [Clause(RuleIds.ForeignObjectLoaded, "guard", Verdict.Reports)]
    public Task ComparisonThatDecidesNothing_Reports(string rest) =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller($"public async Task<IActionResult> Get(int id) {{ var order = await db.Orders.[|FindAsync|](id); {rest} }}"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "guard", Verdict.Reports)]
    public Task CheckOfAnotherObject_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(
            """
            public async Task<IActionResult> Pay(int orderId, Guid invoiceId)
            {
                var order = await db.Orders.FindAsync(orderId);
                if (order is null || order.UserId != me.Id)
                    return NotFound();
                var invoice = await db.Invoices.[|FindAsync|](invoiceId);
                invoice!.Paid = true;
                await db.SaveChangesAsync();
                return NoContent();
            }
            """));

    [Theory]
    [InlineData("EnsureMine(order!); return Ok(order); void EnsureMine(Order o) { if (o.UserId != me.Id) throw new UnauthorizedAccessException(); }")]
    [InlineData("if (!CanEdit(order!)) return Forbid(); return Ok(order); bool CanEdit(Order o) => o.UserId == me.Id || me.IsAdmin;")]
    [InlineData("Guard.For(me).Touches(order!); return Ok(order);")]
    [InlineData("if (!await rules.MayReadAsync(me, order!)) return NotFound(); return Ok(order);")]
    [InlineData("rules.DemandOwnership(order!.Id); return Ok(order);")]
    [Clause(RuleIds.ForeignObjectLoaded, "helper", Verdict.IsSilent)]
    public Task HelperThatAsks_IsSilent(string rest) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Helped(rest, "FindAsync"));

    [Theory]
    [InlineData("Check(order!); return Ok(order); void Check(Order o) { if (o.Total < 0) throw new InvalidOperationException(); }")]
    [InlineData("ArgumentNullException.ThrowIfNull(order); return Ok(order);")]
    [InlineData("await rules.NotifyAsync(order!); return Ok(order);")]
    [Clause(RuleIds.ForeignObjectLoaded, "helper", Verdict.Reports)]
    public Task HelperThatDoesSomethingElse_Reports(string rest) => Verify<ForeignObjectAnalyzer>.ReportsAsync(Helped(rest, "[|FindAsync|]"));

    [Theory]
    [InlineData("modelBuilder.Entity<Order>().HasQueryFilter(o => o.UserId == _me);")]
    [InlineData("modelBuilder.Entity<Order>(order => { order.HasKey(o => o.Id); order.HasQueryFilter(o => !o.IsDeleted && o.UserId == _me); });")]
    [Clause(RuleIds.ForeignObjectLoaded, "filter", Verdict.IsSilent)]
    public Task FilterOnTheOwner_IsSilent(string configuration) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(Filtered(configuration, "FindAsync"));

    [Theory]
    [InlineData("modelBuilder.Entity<Order>().HasQueryFilter(o => !o.IsDeleted);")]
    [InlineData("modelBuilder.Entity<Order>().HasQueryFilter(o => _me == null || o.UserId == _me);")]
    [InlineData("modelBuilder.Entity<Note>().HasQueryFilter(o => o.UserId == _me);")]
    [Clause(RuleIds.ForeignObjectLoaded, "filter", Verdict.Reports)]
    public Task OtherFilter_Reports(string configuration) => Verify<ForeignObjectAnalyzer>.ReportsAsync(Filtered(configuration, "[|FindAsync|]"));

    [Theory]
    [InlineData("var result = await authorization.AuthorizeAsync(User, order, \"Read\"); if (!result.Succeeded) return Forbid(); return Ok(order);")]
    [InlineData("if ((await authorization.AuthorizeAsync(User, order, new IAuthorizationRequirement[0])).Succeeded) return Ok(order); return new ForbidResult();")]
    [Clause(RuleIds.ForeignObjectLoaded, "authorize", Verdict.IsSilent)]
    public Task ResourceAuthorization_IsSilent(string rest) =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller($"public async Task<IActionResult> Get(int id) {{ var order = await db.Orders.FindAsync(id); {rest} }}"));

    [Theory]
    [InlineData("if (User.Identity?.IsAuthenticated != true) return Unauthorized(); return Ok(order);")]
    [InlineData("await HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(\"x\").BeginScope(order).DisposeAsync(); return Ok(order);")]
    [Clause(RuleIds.ForeignObjectLoaded, "authorize", Verdict.Reports)]
    public Task OnlyAuthentication_Reports(string rest) =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(
            $"public async Task<IActionResult> Get(int id) {{ var order = await db.Orders.[|FindAsync|](id); {rest} }}", "public static class Scopes { public static Task DisposeAsync(this IDisposable? scope) => Task.CompletedTask; }"));

    [Theory]
    [InlineData("[Authorize(Roles = \"Admin\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));")]
    [InlineData("[Authorize(Policy = \"orders.read.all\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));")]
    [InlineData("[Authorize(\"Support\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));")]
    [InlineData("public async Task<IActionResult> Get(int id) { if (!User.IsInRole(\"Support\")) return Forbid(); return Ok(await db.Orders.FindAsync(id)); }")]
    [InlineData("public async Task<IActionResult> Get(int id) { if (me.IsAdmin) return Ok(await db.Orders.FindAsync(id)); return Forbid(); }")]
    [InlineData("[OrderOwner] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id)); public sealed class OrderOwnerAttribute : Attribute;")]
    [InlineData("[ServiceFilter(typeof(OrderAccessFilter))] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id)); public sealed class OrderAccessFilter;")]
    [Clause(RuleIds.ForeignObjectLoaded, "privilege", Verdict.IsSilent)]
    public Task Privilege_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("[Authorize] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.[|FindAsync|](id));")]
    [InlineData("[Authorize(AuthenticationSchemes = \"Bearer\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.[|FindAsync|](id));")]
    [InlineData("public async Task<IActionResult> Get(int id) { if (User.IsInRole(\"Auditor\")) logger.LogInformation(\"audit\"); return Ok(await db.Orders.[|FindAsync|](id)); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "privilege", Verdict.Reports)]
    public Task AuthorizeAlone_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("[AllowAnonymous] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));")]
    [Clause(RuleIds.ForeignObjectLoaded, "anonymous", Verdict.IsSilent)]
    public Task AnonymousRead_IsSilent(string member) => Verify<ForeignObjectAnalyzer>.IsSilentAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("[AllowAnonymous] public async Task<IActionResult> Cancel(int id) { var order = await db.Orders.[|FindAsync|](id); order!.Cancel(); await db.SaveChangesAsync(); return NoContent(); }")]
    [Clause(RuleIds.ForeignObjectLoaded, "anonymous", Verdict.Reports)]
    public Task AnonymousChange_Reports(string member) => Verify<ForeignObjectAnalyzer>.ReportsAsync(OwnershipCode.Controller(member));

    [Theory]
    [InlineData("FarmId", "security_review.ownership_keys = FarmId", true)]
    [InlineData("FarmId", "", false)]
    [InlineData("UserId", "security_review.owner_exempt_types = Barn", false)]
    [InlineData("UserId", "", true)]
    [Clause(RuleIds.ForeignObjectLoaded, "ownership-keys", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "ownership-keys", Verdict.IsSilent)]
    [Clause(RuleIds.ForeignObjectLoaded, "exempt", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "exempt", Verdict.IsSilent)]
    public Task NamesOfTheProject_AreConfigured(string key, string option, bool isReported)
    {
        string Code(string find) => OwnershipCode.Usings + $$"""
            public class Barn { public int Id { get; set; } public string {{key}} { get; set; } = ""; }
            public class Farm : DbContext { public DbSet<Barn> Barns => Set<Barn>(); }
            [Authorize] public class BarnsController(Farm db) : ControllerBase { public async Task<IActionResult> Get(int id) => Ok(await db.Barns.{{find}}(id)); }
            """;
        var setting = new Setting { Options = option };
        return isReported ? Verify<ForeignObjectAnalyzer>.ReportsAsync(Code("[|FindAsync|]"), setting) : Verify<ForeignObjectAnalyzer>.IsSilentAsync(Code("FindAsync"), setting);
    }

    [Theory]
    [InlineData("security_review.principal_types = Passport", true)]
    [InlineData("", false)]
    [Clause(RuleIds.ForeignObjectLoaded, "principal-types", Verdict.Reports)]
    [Clause(RuleIds.ForeignObjectLoaded, "principal-types", Verdict.IsSilent)]
    public Task TypeThatCarriesTheCaller_IsConfigured(string option, bool isReported)
    {
        const string Passport = "public Task Add(Passport passport) { db.Add(new Booking { AccountId = passport.AccountId }); return db.SaveChangesAsync(); } public class Passport { public int AccountId { get; set; } }";
        var setting = new Setting { Options = option };
        return isReported
            ? Verify<ForeignObjectAnalyzer>.ReportsAsync(Accounts(Passport, "[|FindAsync|]"), setting)
            : Verify<ForeignObjectAnalyzer>.IsSilentAsync(Accounts(Passport, "FindAsync"), setting);
    }

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "privileged-roles", Verdict.Reports)]
    public Task RoleOfEverybody_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(
            OwnershipCode.Controller("[Authorize(Roles = \"Customer\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.[|FindAsync|](id));"),
            new Setting { Options = "security_review.privileged_roles = Admin, Support" });

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "privileged-roles", Verdict.IsSilent)]
    public Task ListedRole_IsSilent() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(
            OwnershipCode.Controller("[Authorize(Roles = \"Support\")] public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));"),
            new Setting { Options = "security_review.privileged_roles = Admin, Support" });

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "notion", Verdict.IsSilent)]
    public Task ProgramWithoutCallers_IsSilent() =>
        Verify<ForeignObjectAnalyzer>.IsSilentAsync(Callerless(""));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "notion", Verdict.Reports)]
    public Task ProgramThatKnowsItsCallers_Reports() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(Callerless("public string? Me => User.FindFirst(\"sub\")?.Value;").Replace("FindAsync(id)", "[|FindAsync|](id)", StringComparison.Ordinal));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "message", Verdict.Reports)]
    public Task Message_NamesSourceKeyAndTwin() =>
        Verify<ForeignObjectAnalyzer>.ReportsAsync(
            OwnershipCode.Controller(
                """
                public async Task<IActionResult> Get(int id)
                {
                    var order = await db.Orders.{|#0:FindAsync|}(id);
                    return Ok(order);
                }

                public async Task<IActionResult> Edit(int {|#1:id|})
                {
                    var order = await db.Orders.FindAsync(id);
                    if (order!.UserId != me.Id)
                        return Forbid();
                    return Ok(order);
                }
                """),
            CSharpAnalyzerVerifier<ForeignObjectAnalyzer, DefaultVerifier>.Diagnostic().WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("Order", "'id' from the request", "UserId", ", as 'Edit' does"));

    [Fact]
    [Clause(RuleIds.ForeignObjectLoaded, "message", Verdict.IsSilent)]
    public async Task MessageWithoutATwin_NamesNone()
    {
        var findings = await Verify<ForeignObjectAnalyzer>.FindingsAsync(OwnershipCode.Controller("public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));"));
        Assert.EndsWith("compare 'UserId' with the caller", Assert.Single(findings).GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Authorize] class C : ControllerBase { IActionResult Get(int id) { var o = db.Orders.Find(id; return Ok(o")]
    [InlineData("public class C : ControllerBase { public Order Get(int id) => _db.Orders.First(x => x.Id == ); }")]
    [InlineData("public class C(Shop db) : ControllerBase { public object Get(int id) { var o = db.Orders.FirstOrDefault(x => x.); if (o.UserId != ) return o; } }")]
    public Task HalfTypedCode_IsSurvived(string code) => Verify<ForeignObjectAnalyzer>.RunsAsync(OwnershipCode.Usings + code + OwnershipCode.Model, new Setting { Broken = true });

    private static string Sql(string member) => OwnershipCode.Controller(member).Replace("(Shop db,", "(Shop db, SqliteConnection connection,", StringComparison.Ordinal);

    private static string Accounts(string member, string find) => $$"""
        {{OwnershipCode.Usings}}
        public class Booking { public int Id { get; set; } public int AccountId { get; set; } }
        public class Bank : DbContext { public DbSet<Booking> Bookings => Set<Booking>(); }
        public interface ICurrentUser { int AccountId { get; } string UserId { get; } string[] Roles { get; } }
        [Authorize]
        public class BookingsController(Bank db, ICurrentUser me) : ControllerBase
        {
            public async Task<IActionResult> Get(int id) => Ok(await db.Bookings.{{find}}(id));
            {{member}}
            private string Me => me.UserId;
        }
        """;

    private static string Helped(string rest, string find) => OwnershipCode.Controller(
        $"public async Task<IActionResult> Get(int id, [FromServices] IOrderRules rules) {{ var order = await db.Orders.{find}(id); {rest} }}",
        """
        public interface IOrderRules { Task<bool> MayReadAsync(ICurrentUser user, Order order); void DemandOwnership(int id); Task NotifyAsync(Order order); }
        public sealed class OrderRules(Shop db, ICurrentUser me) : IOrderRules
        {
            public async Task<bool> MayReadAsync(ICurrentUser user, Order order) { await Task.Yield(); return order.UserId == user.Id; }
            public void DemandOwnership(int id) { if (!db.Orders.Any(o => o.Id == id && o.UserId == me.Id)) throw new KeyNotFoundException(); }
            public Task NotifyAsync(Order order) { Console.WriteLine(order.Total); return Task.CompletedTask; }
        }
        public sealed class Guard(ICurrentUser me)
        {
            public static Guard For(ICurrentUser me) => new(me);
            public void Touches(Order order) { if (order.UserId != me.Id) throw new UnauthorizedAccessException(); }
        }
        """);

    private static string Filtered(string configuration, string find) => $$"""
        {{OwnershipCode.Usings}}
        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; public bool IsDeleted { get; set; } }
        public class Note { public int Id { get; set; } public string UserId { get; set; } = ""; }
        public class Shop : DbContext
        {
            private readonly string? _me = "";
            public DbSet<Order> Orders => Set<Order>();
            public DbSet<Note> Notes => Set<Note>();
            protected override void OnModelCreating(ModelBuilder modelBuilder) { {{configuration}} }
        }
        [Authorize] public class OrdersController(Shop db) : ControllerBase { public async Task<IActionResult> Get(int id) => Ok(await db.Orders.{{find}}(id)); }
        """;

    private static string Callerless(string member) => """
        using System;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.EntityFrameworkCore;
        public class Order { public int Id { get; set; } public string UserId { get; set; } = ""; }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public class OrdersController(Shop db) : ControllerBase
        {
            public async Task<IActionResult> Get(int id) => Ok(await db.Orders.FindAsync(id));
            MEMBER
        }
        """.Replace("MEMBER", member, StringComparison.Ordinal);
}
