using SecurityReview.Analyzers.Tests.Verifiers;
using static SecurityReview.Analyzers.Tests.ContextValidation.PrivilegeCode;
using Verify = SecurityReview.Analyzers.Tests.Verifiers.Verify<SecurityReview.Analyzers.ContextValidation.ClientPrivilegeAnalyzer>;

namespace SecurityReview.Analyzers.Tests.ContextValidation;

/// <summary>Programs as strangers write them, judged before the rule was asked.</summary>
public class ClientPrivilegeOfStrangersTests
{
    [Theory]
    [InlineData("[HttpPut(\"{id}\"), Authorize] public async Task<IActionResult> Edit(int id, Register dto) { var user = await db.Users.FindAsync(id); if (user is null) return NotFound(); user.Email = dto.Email; user.Role = [|dto.Role|]; await db.SaveChangesAsync(); return NoContent(); }")]
    [InlineData("[HttpPost] public async Task<IActionResult> Join(Register dto) { var user = new IdentityUser { UserName = dto.Email }; var made = await manager.CreateAsync(user); if (!made.Succeeded) return BadRequest(); await manager.AddToRolesAsync(user, [|dto.Roles|]); return Ok(); }")]
    [InlineData("[HttpPost] public async Task<IActionResult> Claim(Register dto) { var user = await manager.FindByEmailAsync(dto.Email); await manager.AddClaimAsync(user!, new Claim(\"role\", [|dto.Role|])); return Ok(); }")]
    [InlineData("[HttpGet] public IActionResult List([FromQuery] bool isAdmin) { if ([|isAdmin|]) { return Ok(db.Users.ToList()); } return Ok(db.Guests.ToList()); }")]
    public Task Careless_Reports(string action) => Verify.ReportsAsync(Controller(action));

    [Fact]
    public Task CarelessRouteHandlerBesideTheSetup_Reports() =>
        Verify.ReportsAsync(
            """
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddAuthorization();
            var app = builder.Build();
            app.UseAuthorization();
            app.MapPost("/members", (SignUp body) => { var member = new Member(); member.Role = [|body.Role|]; return member; });
            app.Run();
            public record SignUp(string Name, string Role);
            public class Member { public string Role { get; set; } = ""; }
            """,
            Setting.Program);

    [Theory]
    [InlineData("[HttpPut, Authorize] public void Edit(Register dto) { var user = new AppUser(); user.Role = User.FindFirst(ClaimTypes.Role)?.Value ?? \"\"; db.Users.Add(user); }")]
    [InlineData("[HttpPut(\"{id}\"), Authorize(Roles = \"Administrator\")] public async Task Edit(int id, Register dto) { var user = await db.Users.FindAsync(id); user!.Role = dto.Role; await db.SaveChangesAsync(); }")]
    [InlineData("[HttpPut(\"{id}\"), Authorize] public async Task Edit(int id, Register dto) { var user = await db.Users.FindAsync(id); user!.Email = dto.Email; await db.SaveChangesAsync(); }")]
    [InlineData("[HttpPost] public async Task Join(Register dto) { var user = new AppUser { Email = dto.Email, Role = \"User\" }; db.Users.Add(user); await db.SaveChangesAsync(); }")]
    [InlineData("[HttpGet] public IActionResult List([FromQuery] bool isAdmin) { IQueryable<AppUser> users = db.Users; if (isAdmin) users = users.Where(user => user.IsAdmin); return Ok(users.ToList()); }")]
    [InlineData("[HttpPut] public IActionResult Edit(Register dto) { var role = User.FindFirst(ClaimTypes.Role)?.Value; if (role != \"Admin\") return Forbid(); db.Users.Add(new AppUser { Role = dto.Role }); return Ok(); }")]
    [InlineData("[HttpPut] public async Task<IActionResult> Edit(Register dto) { var name = User.Identity!.Name; var currentUser = await db.Users.FirstAsync(u => u.Email == name); if (!currentUser.IsAdmin) return Forbid(); db.Users.Add(new AppUser { Role = dto.Role }); return Ok(); }")]
    public Task Careful_IsSilent(string action) => Verify.IsSilentAsync(Controller(action));

    [Fact]
    public Task PersonWithBarredPrivilege_IsSilent() =>
        Verify.IsSilentAsync(Controller(
            "[HttpPost] public void Add(Employee employee) { staff.Set<Employee>().Add(employee); } private readonly StaffDb staff = new();",
            "public class Employee { public int Id { get; set; } [BindNever] public bool IsAdmin { get; set; } } public class StaffDb : DbContext { public DbSet<Employee> Staff => Set<Employee>(); }"));
}
